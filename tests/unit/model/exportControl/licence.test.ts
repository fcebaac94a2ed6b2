import { describe, expect, it, test } from 'vitest';
import { exactly } from '../../../../src/model/exportControl/interval.ts';
import type { RuledChip } from '../../../../src/model/exportControl/ruledChip.ts';
import { ask, chipOf, open } from './ask.ts';

const a = chipOf(6000, 800, { ioBandwidthGBs: exactly(700), dramBandwidthGBs: exactly(1000) });
const b = chipOf(3000, 1000, { ioBandwidthGBs: exactly(700), dramBandwidthGBs: exactly(1000) });
const consumer = chipOf(6000, 600, { datacentre: false, dramBandwidthGBs: exactly(1000) });
const below = chipOf(1000, 800, { ioBandwidthGBs: exactly(64), dramBandwidthGBs: exactly(300) });

describe('where a licence is needed', () => {
  test.each([
    ['CN', '2022-10-20', 'not-required'],
    ['CN', '2022-10-21', 'required'],
    ['HK', '2022-10-21', 'required'],
    ['MO', '2022-10-21', 'not-required'],
    ['MO', '2023-01-17', 'not-required'],
    ['MO', '2023-01-18', 'required'],
    ['MO', '2023-11-17', 'required'],
    ['HK', '2024-01-01', 'required'],
    ['SG', '2022-12-01', 'undetermined'],
    ['SG', '2024-01-01', 'undetermined'],
    ['US', '2024-01-01', 'not-required'],
  ])('a chip of 3A090.a to %s on %s: %s', (destination, date, licence) => {
    expect(ask(a, date, { destination }).licence).toBe(licence);
  });

  test('the headquarters of the parent count from 17 November 2023', () => {
    const abroad = (date: string, parent: string | null) => ask(a, date, { destination: 'SG', parent });
    expect(abroad('2023-11-16', 'CN').licence).toBe('undetermined');
    for (const parent of ['CN', 'HK', 'MO']) {
      expect(abroad('2023-11-17', parent).licence).toBe('required');
      expect(abroad('2023-11-17', parent).policy?.kind).toBe('presumption-of-denial');
      expect(abroad('2026-06-01', parent).policy?.kind).toBe('presumption-of-denial');
    }
    expect(abroad('2024-01-01', 'US').licence).toBe('undetermined');
    expect(abroad('2024-01-01', null).licence).toBe('undetermined');
    const guided = (date: string) => abroad(date, 'CN').reasons.some(({ rule }) => rule === 'hq-guidance-2026-05');
    expect([guided('2026-05-30'), guided('2026-05-31')]).toEqual([false, true]);
    expect(ask(a, '2024-01-01', { destination: 'US', parent: 'CN' }).licence).toBe('not-required');
  }); // prettier-ignore

  test('a parent abroad does not free what goes to China', () => {
    expect(ask(a, '2024-01-01', { destination: 'CN', parent: 'US' }).licence).toBe('required');
  });

  test('outside the list no licence is needed, and listed users are named all the same', () => {
    const answer = ask(below, '2026-02-01');
    expect(answer).toMatchObject({ verdict: 'not-controlled', licence: 'not-required', policy: null });
    expect(answer.caveats.join(' ')).toContain('listed end user');
  });

  test('no answer is decided for a country without a dated, sourced list', () => {
    for (const parent of ['SG', 'CN', null]) {
      const answer = ask(below, '2024-01-01', { destination: 'SG', parent });
      expect(answer).toMatchObject({ verdict: 'not-controlled', licence: 'undetermined', policy: null });
      expect(answer.reasons.some(({ text }) => text.includes('no dated list'))).toBe(true);
    }
    expect(ask(below, '2022-08-25', { destination: 'SG' }).licence).toBe('undetermined');
  });

  test('an open paragraph that is controlled for certain needs a licence', () => {
    const answer = ask(chipOf(3000, { low: 0, high: 1700 }), '2024-01-01');
    expect(answer).toMatchObject({ verdict: 'controlled', paragraph: null, licence: 'required' });
    expect(answer.policy?.kind).toBe('undetermined');
    expect(answer.exceptions.map(({ id, open: is }) => [id, is])).toEqual([['NAC', null]]);
  });

  test('a destination that is not given', () => {
    expect(ask(a, '2024-01-01', { destination: null })).toMatchObject({
      verdict: 'controlled',
      licence: 'undetermined',
    });
    expect(ask(below, '2024-01-01', { destination: null }).licence).toBe('undetermined');
  });
});

describe('how an application is looked at', () => {
  const kind = (chip: RuledChip, date: string, rest = {}) => ask(chip, date, rest).policy?.kind;
  test('data-centre chips of 3A090.a meet a presumption of denial before 2026', () => {
    for (const date of ['2022-10-21', '2023-11-17', '2024-04-04', '2026-01-14'])
      expect(kind(a, date, { usSale: true })).toBe('presumption-of-denial');
  });

  test('3A090.b and chips not for data centres: case by case from 4 April 2024, not established before', () => {
    for (const chip of [b, consumer]) {
      expect(kind(chip, '2024-04-03')).toBe('undetermined');
      expect(kind(chip, '2024-04-04')).toBe('case-by-case');
      expect(kind(chip, '2026-02-01')).toBe('case-by-case');
      expect(ask(chip, '2026-02-01').policy?.text).toContain('NAC');
    }
  });

  describe('the window of January 2026', () => {
    const chip = (tpp: number, dram: number | null) =>
      chipOf(tpp, 800, { dramBandwidthGBs: dram === null ? null : exactly(dram) });
    const inside = { usSale: true };
    test.each([
      ['2026-01-14', 20_999, 6499, inside, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6499, inside, 'case-by-case'],
      ['2026-01-15', 21_000, 6499, inside, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6500, inside, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6499, { usSale: false }, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6499, { usSale: true, route: 'other' as const }, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6499, { usSale: null }, 'undetermined'],
      ['2026-01-15', 20_999, 6499, { usSale: true, route: null }, 'undetermined'],
      ['2026-01-15', 20_999, null, inside, 'undetermined'],
      ['2026-01-15', 21_000, null, { usSale: null, route: null }, 'presumption-of-denial'],
      ['2026-01-15', 20_999, 6499, { ...inside, destination: 'MO' }, 'case-by-case'],
      ['2026-01-15', 20_999, 6499, { ...inside, destination: 'SG', parent: 'CN' }, 'presumption-of-denial'],
      ['2026-12-31', 20_999, 6499, inside, 'case-by-case'],
    ])('%s, TPP %d, DRAM %s, %o: %s', (date, tpp, dram, rest, expected) => {
      expect(kind(chip(tpp, dram), date, rest)).toBe(expected);
    });

    it('says what it turns on, and what is certified', () => {
      const turning = ask(chip(20_000, 5000), '2026-02-01', { usSale: null, route: null }).policy!.text;
      expect(turning).toContain('on sale in the United States');
      expect(turning).toContain('exported from the United States');
      expect(ask(chip(20_000, 5000), '2026-02-01', inside).policy!.text).toContain('laboratory');
    });
  });

  test('data-centre use unknown at 4,800 and above: denial or case by case', () => {
    const answer = ask({ ...a, datacentre: null }, '2025-01-01');
    expect(answer).toMatchObject({ licence: 'required', paragraph: '3A090.a' });
    expect(answer.policy?.kind).toBe('undetermined');
    expect(answer.policy?.text).toContain('data centres');
  });
});

describe('exceptions', () => {
  test('NAC is open to 3A090.b, and to 3A090.a that is not for data centres', () => {
    for (const chip of [b, consumer]) {
      expect(open(ask(chip, '2023-11-17'))).toEqual(['NAC']);
      expect(open(ask(chip, '2024-04-04'))).toEqual(['NAC']);
      expect(ask(chip, '2024-05-01').licence).toBe('required');
    }
    expect(ask(a, '2024-01-01').exceptions).toEqual([]);
    expect(ask(a, '2023-01-01').exceptions).toEqual([]);
  });

  test('NAC is open to buyers headquartered in China elsewhere; ACA is not', () => {
    const there = ask(b, '2024-05-01', { destination: 'SG', parent: 'CN' });
    expect(there.exceptions.map(({ id, open: is }) => [id, is])).toEqual([['NAC', true]]);
  });

  test('elsewhere NAC and ACA may be open, ACA from 4 April 2024', () => {
    const ids = (date: string) =>
      ask(b, date, { destination: 'SG' }).exceptions.map(({ id, open: is }) => [id, is]);
    expect(ids('2024-04-03')).toEqual([['NAC', null]]);
    expect(ids('2024-04-04')).toEqual([['NAC', null], ['ACA', null]]); // prettier-ignore
  });
});

describe('the duty on imports', () => {
  const band = (tpp: number | null, dram: number | null, rest = {}, date = '2026-01-15') =>
    ask(chipOf(tpp, 800, { dramBandwidthGBs: dram === null ? null : exactly(dram) }), date, rest).tariffBand;
  test.each([
    [14_000, 4800, null],
    [14_000.01, 4800, 'band-1'],
    [17_499.99, 4800, 'band-1'],
    [17_500, 4800, null],
    [15_832, 4500, null],
    [15_832, 4500.01, 'band-1'],
    [15_832, 4999.99, 'band-1'],
    [15_832, 5000, null],
    [20_800, 6000, null],
    [20_919, 6000, 'band-2'],
    [21_099.99, 6000, 'band-2'],
    [21_100, 6000, null],
    [20_919, 5800, null],
    [20_919, 6199.99, 'band-2'],
    [20_919, 6200, null],
    [15_832, 6000, null],
    [15_832, null, 'undetermined'],
    [18_000, null, null],
    [null, 4800, 'undetermined'],
    [null, 5500, null],
  ])('TPP %s and DRAM %s: %s', (tpp, dram, expected) => {
    expect(band(tpp, dram)).toBe(expected);
  });

  test('begins on 15 January 2026 and is due only on what enters the United States', () => {
    expect(band(15_832, 4800, {}, '2026-01-14')).toBeNull();
    expect(band(15_832, 4800, { route: 'other' })).toBeNull();
    expect(band(15_832, 4800, { route: null })).toBe('band-1');
    const { reasons } = ask(chipOf(15_832, 800, { dramBandwidthGBs: exactly(4800) }), '2026-02-01', { route: null });
    expect(reasons.find(({ clause }) => clause === 'band-1')!.text).toContain('if the chip passes through the United States');
  }); // prettier-ignore
});

describe('dates at the ends of the record', () => {
  test('before the first rule nothing is asked', () => {
    for (const maker of ['NVIDIA', 'AMD', null]) {
      const answer = ask({ ...a, maker }, '2022-08-25');
      expect(answer).toMatchObject({ verdict: 'not-controlled', licence: 'not-required', letters: [] });
      expect(answer.reasons.map(({ text }) => text).join(' ')).toContain('21 October 2022');
    }
  });

  test('after the evidence the last state stands, and is said to', () => {
    expect(ask(a, '2026-10-08').afterEvidence).toBe(false);
    const after = ask(a, '2026-10-09');
    expect(after.afterEvidence).toBe(true);
    expect(after.reasons[0]!.text).toContain('8 October 2026');
    expect(after).toMatchObject({ verdict: 'controlled', licence: 'required' });
    expect(ask(a, '2030-01-01').policy).toEqual(ask(a, '2026-10-08').policy);
  });

  test('a date before the chip is answered by its figures, and says so', () => {
    const answer = ask({ ...a, released: '2024-03-01' }, '2023-12-01');
    expect(answer.verdict).toBe('controlled');
    expect(answer.reasons.map(({ text }) => text).join(' ')).toContain('did not exist yet');
    expect(ask({ ...a, released: '2023-12-01' }, '2023-12-01').reasons.map(({ text }) => text).join(' ')).not.toContain('did not exist');
  }); // prettier-ignore
});

describe('impossible input is refused', () => {
  test.each([
    ['date', () => ask(a, '2023-02-30')],
    ['date', () => ask(a, '2023-11')],
    ['destination', () => ask(a, '2024-01-01', { destination: 'China' })],
    ['parent', () => ask(a, '2024-01-01', { parent: 'cn' })],
    ['die area', () => ask(chipOf(1000, 0), '2024-01-01')],
    ['die area', () => ask(chipOf(1000, { low: 5, high: 4 }), '2024-01-01')],
    ['rate of INT8', () => ask(chipOf(-8, 100), '2024-01-01')],
    ['rate of INT8', () => ask(chipOf(NaN, 100), '2024-01-01')],
    ['bits', () => ask(chipOf(null, 1, { formats: [{ name: 'X', bits: 0, denseTops: exactly(1) }] }), '2024-01-01')],
    ['I/O', () => ask(chipOf(1, 1, { ioBandwidthGBs: exactly(Infinity) }), '2024-01-01')],
  ])('%s', (name, run) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(name);
  }); // prettier-ignore
});
