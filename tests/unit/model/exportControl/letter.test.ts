import { describe, expect, test } from 'vitest';
import { exactly } from '../../../../src/model/exportControl/interval.ts';
import { ask, askRecorded, bound, chipOf, maybeBound } from './ask.ts';

const by = (
  maker: string | null,
  tpp: number | null,
  { io = null, dram = null, datacentre = true }: { io?: number | null; dram?: number | null; datacentre?: boolean | null } = {},
) =>
  chipOf(tpp, 1000, {
    maker,
    datacentre,
    ioBandwidthGBs: io === null ? null : exactly(io),
    dramBandwidthGBs: dram === null ? null : exactly(dram),
  }); // prettier-ignore

describe('the letters of August 2022', () => {
  const nvidia = (tpp: number, io: number | null, date = '2022-09-15', destination = 'CN') =>
    ask(by('NVIDIA', tpp, { io }), date, { destination });
  test.each([
    ['at the A100', 4992, 600, 'required'],
    ['a little below on one, so "about"', 4992, 590, 'undetermined'],
    ['ten percent below', 4992 * 0.9, 600, 'undetermined'],
    ['more than ten percent below', 4992 * 0.899, 600, 'not-required'],
    ['the I/O of an A800', 4992, 400, 'not-required'],
    ['I/O unknown', 4992, null, 'undetermined'],
  ] as const)('NVIDIA, %s', (_, tpp, io, licence) => {
    expect(nvidia(tpp, io).licence).toBe(licence);
  });

  test.each([
    ['2022-08-25', 'CN', 'not-required'],
    ['2022-08-26', 'CN', 'required'],
    ['2022-10-20', 'CN', 'required'],
    ['2022-09-15', 'HK', 'required'],
    ['2022-09-15', 'RU', 'required'],
    ['2022-09-15', 'MO', 'not-required'],
    ['2022-09-15', 'SG', 'undetermined'],
  ])('on %s to %s: %s', (date, destination, licence) => {
    const answer = nvidia(4992, 600, date, destination);
    expect(answer).toMatchObject({ licence, verdict: 'not-controlled' });
    expect(bound(answer)).toEqual(licence === 'required' ? ['letters-2022-08'] : []);
  });

  test('they end when the rule begins', () => {
    expect(bound(nvidia(4992, 600, '2022-10-21'))).toEqual([]);
  });

  test('they bind their addressee alone', () => {
    expect(ask(by('Google', 4992, { io: 600 }), '2022-09-15').licence).toBe('not-required');
    expect(ask(by(null, 4992, { io: 600 }), '2022-09-15').licence).toBe('undetermined');
    expect(ask(by('AMD', 4992, { io: 600 }), '2022-09-15').licence).toBe('undetermined');
    expect(ask(by('nvidia', 4992, { io: 600 }), '2022-09-15').licence).toBe('required');
  });

  test('they name chips', () => {
    for (const id of ['nvidia-a100', 'nvidia-h100', 'amd-mi250x'])
      expect(bound(askRecorded(id, '2022-09-15'))).toEqual(['letters-2022-08']);
    expect(askRecorded('amd-mi210', '2022-09-15').licence).toBe('not-required');
  });
});

describe('the early effect of October 2023', () => {
  const chip = (maker: string | null, tpp = 4800, datacentre: boolean | null = true) => by(maker, tpp, { io: 400, datacentre });
  test.each([
    ['2023-10-22', 'not-required'],
    ['2023-10-23', 'required'],
    ['2023-11-16', 'required'],
    ['2023-11-17', 'required'],
  ])('NVIDIA on %s: %s', (date, licence) => {
    const answer = ask(chip('NVIDIA'), date);
    expect(answer.licence).toBe(licence);
    expect(answer.verdict).toBe(date < '2023-11-17' ? 'not-controlled' : 'controlled');
    expect(bound(answer)).toEqual(licence === 'required' && date < '2023-11-17' ? ['early-2023-10'] : []);
    if (licence === 'required') expect(answer.policy?.kind).toBe('presumption-of-denial');
  });

  test('another maker keeps the test of 2022 until 16 November', () => {
    expect(ask(chip('AMD'), '2023-11-16').licence).toBe('not-required');
    expect(ask(chip('AMD'), '2023-11-17').licence).toBe('required');
  });

  test('below 4,800, or not for data centres, it does not bind', () => {
    expect(ask(chip('NVIDIA', 4799), '2023-11-01').licence).toBe('not-required');
    expect(ask(chip('NVIDIA', 6000, false), '2023-11-01').licence).toBe('not-required');
    expect(ask(chip('NVIDIA', 6000, null), '2023-11-01').licence).toBe('undetermined');
    expect(ask(chip(null), '2023-11-01').licence).toBe('undetermined');
  });

  test('it reaches Macau and headquarters there', () => {
    expect(ask(chip('NVIDIA'), '2023-11-01', { destination: 'MO' }).licence).toBe('required');
    expect(ask(chip('NVIDIA'), '2023-11-01', { destination: 'SG', parent: 'CN' }).licence).toBe('required');
  });
}); // prettier-ignore

describe('the letters of April 2025', () => {
  const licence = (maker: string | null, dram: number | null, io: number | null, date = '2025-04-09') =>
    ask(by(maker, 1000, { dram, io }), date).licence;
  test.each([
    [1399.99, 100, 'not-required'],
    [1400, 100, 'required'],
    [100, 1099.99, 'not-required'],
    [100, 1100, 'required'],
    [900, 799.99, 'not-required'],
    [900, 800, 'required'],
    [null, 100, 'undetermined'],
    [null, 1100, 'required'],
    [1000, null, 'undetermined'],
  ] as const)('Intel: DRAM %s, I/O %s: %s', (dram, io, expected) => {
    expect(licence('Intel', dram, io)).toBe(expected);
    expect(licence('Intel', dram, io, '2025-04-08')).toBe('not-required');
  });

  test.each([
    [4000, 100, 'required'],
    [3999.99, 100, 'undetermined'],
    [100, 900, 'required'],
    [100, 899.99, 'not-required'],
    [1399.99, 100, 'not-required'],
    [1400, 100, 'undetermined'],
    [900, 800, 'undetermined'],
    [null, null, 'undetermined'],
  ] as const)('NVIDIA: DRAM %s, I/O %s: %s', (dram, io, expected) => {
    const answer = ask(by('NVIDIA', 1000, { dram, io }), '2025-04-09');
    expect(answer.licence).toBe(expected);
    expect(bound(answer)).toEqual(expected === 'required' ? ['letters-2025-04'] : []);
    expect(maybeBound(answer)).toEqual(expected === 'undetermined' ? ['letters-2025-04'] : []);
  });

  test('AMD: the terms are not public', () => {
    expect(licence('AMD', 100, 100)).toBe('undetermined');
    expect(licence('AMD', 100, 100, '2025-04-08')).toBe('not-required');
    expect(bound(askRecorded('amd-mi308', '2025-04-09'))).toEqual(['letters-2025-04']);
    expect(askRecorded('amd-mi308', '2025-04-09').licence).toBe('required');
  });

  test('a maker without a letter, and none given', () => {
    expect(licence('Google', 5000, 2000)).toBe('not-required');
    expect(licence(null, 5000, 2000)).toBe('undetermined');
  });

  test('a controlled chip lists the letter where it binds, and as open where it may', () => {
    const chip = (maker: string) => ask(by(maker, 6000, { dram: 4000, io: 100 }), '2025-05-01');
    expect(chip('NVIDIA')).toMatchObject({ verdict: 'controlled', licence: 'required' });
    expect(bound(chip('NVIDIA'))).toEqual(['letters-2025-04']);
    expect(chip('AMD').letters).toEqual([{ rule: 'letters-2025-04', binds: null }]);
    expect(chip('Google').letters).toEqual([]);
  });

  test('a maker is known by its other names', () => {
    const licence = (maker: string) => ask(by(maker, 1000, { dram: 4000 }), '2025-05-01').licence;
    for (const name of ['nvidia', 'NVIDIA, Inc.', 'Intel(R)']) expect(licence(name), name).toBe('required');
    for (const name of ['Advanced Micro Devices', 'AMD/Xilinx', 'HiSilicon']) expect(licence(name), name).toBe('undetermined');
    expect(licence('Amdahl')).toBe('not-required');
  });

  test('a chip that may be on the list needs a licence all the same where a letter binds', () => {
    const answer = ask({ ...by('NVIDIA', 3000, { dram: 4000, io: 900 }), applicableDieAreaMm2: null }, '2025-05-01');
    expect(answer).toMatchObject({ verdict: 'undetermined', licence: 'required' });
  });

  test('they reach headquarters in China, and may reach countries nobody lists', () => {
    expect(ask(by('NVIDIA', 1000, { dram: 4000 }), '2025-05-01', { destination: 'SG', parent: 'CN' }).licence).toBe('required');
    expect(ask(by('NVIDIA', 1000, { dram: 4000 }), '2025-05-01', { destination: 'SG' }).licence).toBe('undetermined');
    expect(ask(by('NVIDIA', 1000, { dram: 4000 }), '2025-05-01', { destination: 'US' }).licence).toBe('not-required');
  });
}); // prettier-ignore

describe('chips designed in China', () => {
  test.each(['2022-01-01', '2024-01-01', '2026-06-01'])(
    'on %s the list judges the figures and the licence is another question',
    (date) => {
      const answer = ask(by('Huawei', 6000, { io: 700 }), date);
      expect(answer.licence).toBe('undetermined');
      expect(answer.verdict).toBe(date === '2022-01-01' ? 'not-controlled' : 'controlled');
      expect(answer.letters).toEqual([]);
    },
  );

  test('General Prohibition 10 is named from 13 May 2025', () => {
    const gates = (date: string) =>
      askRecorded('ascend-910b', date).otherGates.some(({ id }) => id === 'us-gp10-ascend');
    expect([gates('2025-05-12'), gates('2025-05-13')]).toEqual([false, true]);
    const named = (id: string) =>
      askRecorded(id, '2025-06-01').otherGates.some((gate) => gate.id === 'us-gp10-ascend');
    expect(named('nvidia-h20')).toBe(false);
  });
});
