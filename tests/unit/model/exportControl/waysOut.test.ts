import { describe, expect, test } from 'vitest';
import { ruledChipOf } from '../../../../src/data/ruledChip.ts';
import { assess } from '../../../../src/model/exportControl/assess.ts';
import { exactly, unlimited } from '../../../../src/model/exportControl/interval.ts';
import { wayInputs, waysOut, type WayInput } from '../../../../src/model/exportControl/waysOut.ts';
import type { RuledChip } from '../../../../src/model/exportControl/ruledChip.ts';
import { catalogue, chipOf, rulebook } from './ask.ts';

const ways = (chip: RuledChip, date: string, rest = {}) => {
  const question = { chip, date, destination: 'CN', parent: 'CN', route: 'us' as const, ...rest };
  const found = waysOut(rulebook, question);
  return { all: found, of: (input: WayInput) => found.find((way) => way.input === input)! };
};

describe('the smallest change that changes an answer', () => {
  test('every input has its row, and what a row promises is what the rules say', () => {
    const { all } = ways(chipOf(3000, 1000), '2024-06-01');
    expect(all.map(({ input }) => input)).toEqual([...wayInputs]);
    for (const { question, then } of all)
      if (question)
        expect(assess(rulebook, question)).toMatchObject({ licence: then!.licence, clause: then!.clause });
  });

  test('a chip of which only a floor is known has no way down, and every way up keeps it open above', () => {
    const { all } = ways(ruledChipOf(catalogue, 'nvidia-rtx-pro-6000d'), '2025-12-31');
    for (const { question } of all)
      for (const { denseTops } of question?.chip.formats ?? [])
        expect(denseTops.high === unlimited || denseTops.high < 1e9).toBe(true);
    const { of } = ways(chipOf({ low: 2304 * 8, high: unlimited }, 750), '2025-12-31');
    expect(of('tpp').question?.chip.formats.every(({ denseTops }) => denseTops.low > 0) ?? true).toBe(true);
  });

  test('a chip just outside: what would catch it', () => {
    const { of } = ways(chipOf(2392, 800), '2023-11-17');
    expect(of('tpp')).toMatchObject({
      change: 'TPP of at least 2,400',
      then: { paragraph: '3A090.b', licence: 'required' },
    });
    expect(of('area')).toMatchObject({
      change: 'an applicable area of at most 747.5 mm²',
      then: { clause: '3A090.b.2', licence: 'required' },
    });
  });

  test('a chip of b.1: TPP below 2,400, an area above TPP / 1.6', () => {
    const { of } = ways(chipOf(3000, 1000), '2024-06-01');
    expect(of('tpp')).toMatchObject({ change: 'TPP below 2,400', then: { licence: 'not-required' } });
    expect(of('area')).toMatchObject({
      change: 'an applicable area above 1,875 mm²',
      then: { licence: 'not-required', clause: null },
    });
    expect(of('datacentre')).toMatchObject({ then: { licence: 'not-required' } });
    expect(of('dram').change).toBeNull();
    expect(of('date').change).toBe('before 4 April 2024');
  });

  test('2,368 with a small die: an area above 740 mm2', () => {
    const { of } = ways(chipOf(2368, 700), '2024-06-01');
    expect(of('area')).toMatchObject({
      change: 'an applicable area above 740 mm²',
      then: { paragraph: null, licence: 'not-required' },
    });
    // At 700 mm2 the density falls below 3.2 under a TPP of 2,240.
    expect(of('tpp').change).toBe('TPP below 2,240');
  });

  test('a chip on a line: lowering it at all is enough', () => {
    expect(ways(chipOf(4800, 1e6), '2024-06-01').of('tpp').change).toBe('TPP below 4,800');
  });

  test('from .a to .b is a change, though a licence stays', () => {
    const { of } = ways(chipOf(5000, 1000), '2024-06-01');
    expect(of('tpp')).toMatchObject({ change: 'TPP below 4,800', then: { clause: '3A090.b.1', licence: 'required' } });
    expect(of('datacentre').then).toMatchObject({ paragraph: '3A090.a', policy: { kind: 'case-by-case' } });
  }); // prettier-ignore

  test('I/O under the test of 2022', () => {
    const chip = chipOf(5000, 800, { ioBandwidthGBs: exactly(900) });
    const { of } = ways(chip, '2023-01-01');
    expect(of('io')).toMatchObject({ change: 'I/O below 600 GB/s', then: { licence: 'not-required' } });
    expect(of('area').change).toBeNull();
    expect(of('destination').then?.licence).toBe('not-required'); // Macau, until 18 January 2023
    expect(of('destination').change).toBe('to Macau');
  });

  test('the window of 2026: route, sale and DRAM', () => {
    const chip = chipOf(20_000, 800, { dramBandwidthGBs: exactly(8000), usSale: true });
    const { of } = ways(chip, '2026-02-01');
    expect(of('dram')).toMatchObject({ change: 'DRAM bandwidth below 6,500 GB/s', then: { policy: { kind: 'case-by-case' } } });
    expect(of('route').change).toBeNull();
    const inside = ways({ ...chip, dramBandwidthGBs: exactly(4800) }, '2026-02-01');
    expect(inside.of('route').then?.policy?.kind).toBe('presumption-of-denial');
    expect(inside.of('us-sale').then?.policy?.kind).toBe('presumption-of-denial');
    expect(inside.of('date').change).toBe('before 15 January 2026');
  }); // prettier-ignore

  test('H20: its name is in the letter, so only the day and the place help', () => {
    const { all, of } = ways(ruledChipOf(catalogue, 'nvidia-h20'), '2025-05-01');
    expect(of('date').change).toBe('before 9 April 2025');
    expect(all.filter(({ change }) => change !== null).map(({ input }) => input)).toEqual(['date']);
  });

  test('an input that is not known has no smallest change', () => {
    const { of } = ways(chipOf(3000, null), '2024-06-01');
    expect(of('area').change).toBeNull();
    expect(of('io').change).toBeNull();
  });
});
