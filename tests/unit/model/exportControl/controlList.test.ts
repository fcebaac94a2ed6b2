import { describe, expect, it, test } from 'vitest';
import { exactly, unlimited } from '../../../../src/model/exportControl/interval.ts';
import { ask, chipOf } from './ask.ts';

const caught = (tpp: number, area: number, datacentre = true, date = '2024-01-01') =>
  ask(chipOf(tpp, area, { datacentre }), date).clause;

describe('the test of October 2023', () => {
  // Area of 1,000 mm2 makes the density a thousandth of the TPP.
  test.each([
    // tpp-high, 4,800
    ['at 4,800, whatever the density', 4800, 1e6, '3A090.a.1'],
    ['just below 4,800 with next to no density', 4799.99, 1e6, null],
    ['just below 4,800, density 5.92', 4799, 4799 / 5.92, '3A090.a.2'],
    // density-high, 5.92: 4,736 / 800 is 5.92 in figures, though not in binary fractions
    ['density of 5.92 by 4,736 over 800', 4736, 800, '3A090.a.2'],
    ['density just below 5.92', 4736, 800.001, '3A090.b.1'],
    ['density of 5.92 at 1,600', 1600, 1600 / 5.92, '3A090.a.2'],
    ['1,599.99 at any density', 1599.99, 100, null],
    // tpp-middle, 2,400, and density-low, 1.6
    ['2,400 at 1.6', 2400, 1500, '3A090.b.1'],
    ['2,400 just below 1.6', 2400, 1500.001, null],
    ['just below 2,400 at 1.6', 2399.99, 1499.99, null],
    // density-middle, 3.2, with tpp-low, 1,600
    ['1,600 at 3.2', 1600, 500, '3A090.b.2'],
    ['1,600 just below 3.2', 1600, 500.001, null],
    ['just below 1,600 at 3.2', 1599.99, 499, null],
    ['2,368 at 3.2', 2368, 740, '3A090.b.2'],
    ['2,368 just below 3.2', 2368, 740.001, null],
  ])('%s', (_, tpp, area, clause) => {
    expect(caught(tpp, area)).toBe(clause);
  });

  test('a chip that both branches of b catch falls under the first', () => {
    expect(caught(3000, 800)).toBe('3A090.b.1');
  });

  test('Note 2 leaves out what is not for data centres below 4,800, at any density', () => {
    expect(caught(4799.99, 100, false)).toBeNull();
    expect(caught(4800, 1e6, false)).toBe('3A090.a.1');
  });

  test('every clause gives its reason with the figures and sources', () => {
    const { reasons } = ask(chipOf(2368, 814), '2024-01-01');
    const branch = reasons.find(({ clause }) => clause === '3A090.b.2')!;
    expect(branch).toMatchObject({ rule: 'ifr-2023-10', met: false });
    expect(branch.text).toContain('1,600');
    // 814 mm2 has three digits, so the quotient has three.
    expect(branch.text).toContain('performance density 2.91.');
    expect(branch.sources).toContain('fr-2023-23055');
  });
});

describe('the test of October 2022', () => {
  const day = '2022-11-01';
  const at = (tpp: number, io: number | null) =>
    ask(chipOf(tpp, null, { ioBandwidthGBs: io === null ? null : exactly(io) }), day);
  test.each([
    [4800, 600, 'controlled'],
    [4800, 599.99, 'not-controlled'],
    [4799.99, 600, 'not-controlled'],
    [100_000, 400, 'not-controlled'],
    [100_000, null, 'undetermined'],
    [4799, null, 'not-controlled'],
  ] as const)('TPP %d and I/O %d: %s', (tpp, io, verdict) => {
    expect(at(tpp, io).verdict).toBe(verdict);
  });

  it('names the paragraph and says which day was taken', () => {
    const answer = at(4992, 600);
    expect(answer).toMatchObject({ paragraph: '3A090.a', clause: '3A090.a-2022' });
    expect(answer.caveats.join(' ')).toContain('7, 12 and 21 October 2022');
  });

  it('did not ask for data-centre use', () => {
    const answer = ask(chipOf(4800, null, { ioBandwidthGBs: exactly(600), datacentre: false }), day);
    expect(answer.verdict).toBe('controlled');
  });
});

describe('the day decides which test', () => {
  // A data-centre chip of another maker than NVIDIA: above the TPP line, below the I/O line.
  const chip = chipOf(5000, 800, { ioBandwidthGBs: exactly(400) });
  const fast = chipOf(5000, 800, { ioBandwidthGBs: exactly(600) });
  test.each([
    ['2022-10-20', 'not-controlled', 'not-controlled'],
    ['2022-10-21', 'not-controlled', 'controlled'],
    ['2023-11-16', 'not-controlled', 'controlled'],
    ['2023-11-17', 'controlled', 'controlled'],
    ['2026-10-08', 'controlled', 'controlled'],
  ])('%s', (date, slow, linked) => {
    expect(ask(chip, date).verdict).toBe(slow);
    expect(ask(fast, date).verdict).toBe(linked);
  });
});

describe('what is not known stays open', () => {
  const day = '2024-01-01';
  test('data-centre use', () => {
    const answer = ask(chipOf(3000, 800, { datacentre: null }), day);
    expect(answer).toMatchObject({ verdict: 'undetermined', paragraph: null, clause: null });
    expect(answer.possible).toEqual(['3A090.b', null]);
    expect(ask(chipOf(4800, 800, { datacentre: null }), day)).toMatchObject({
      verdict: 'controlled',
      paragraph: '3A090.a',
    });
    expect(ask(chipOf(1599, 100, { datacentre: null }), day).verdict).toBe('not-controlled');
  });

  test('the area', () => {
    expect(ask(chipOf(2500, null), day)).toMatchObject({
      verdict: 'undetermined',
      possible: ['3A090.a', '3A090.b', null],
    });
    expect(ask(chipOf(2368, null), day).possible).toEqual(['3A090.a', '3A090.b', null]);
    expect(ask(chipOf(4800, null), day)).toMatchObject({ verdict: 'controlled', clause: '3A090.a.1' });
    expect(ask(chipOf(1599, null), day).verdict).toBe('not-controlled');
  });

  test('an area known as a limit', () => {
    // At most 1,716 mm2: density at least 1.748 at 3,000, so some paragraph for certain.
    const answer = ask(chipOf(3000, { low: 0, high: 1716 }), day);
    expect(answer).toMatchObject({
      verdict: 'controlled',
      paragraph: null,
      possible: ['3A090.a', '3A090.b'],
    });
    // At least 1,017 mm2: density at most 2.95.
    expect(ask(chipOf(3000, { low: 1017, high: unlimited }), day).possible).toEqual(['3A090.b', null]);
    expect(ask(chipOf(2300, { low: 1017, high: unlimited }), day).verdict).toBe('not-controlled');
  });

  test('intervals that end on a line, or just below it', () => {
    expect(ask(chipOf({ low: 4800, high: 6000 }, null), day).verdict).toBe('controlled');
    expect(ask(chipOf({ low: 4799, high: 6000 }, 1e6), day).verdict).toBe('undetermined');
    expect(ask(chipOf(4736, { low: 800, high: 800 }), day).paragraph).toBe('3A090.a');
    expect(ask(chipOf(4736, { low: 700, high: 800 }), day).paragraph).toBe('3A090.a');
    expect(ask(chipOf(4736, { low: 800, high: 801 }), day)).toMatchObject({ verdict: 'controlled', paragraph: null });
  }); // prettier-ignore

  test('TPP and density hang together', () => {
    // Area 1,000 mm2: the density is 3.2 and more only from a TPP of 3,200, and 2,400 is reached at a density of 2.4.
    const answer = ask(chipOf({ low: 1600, high: 2399 }, 1000), day);
    expect(answer.verdict).toBe('not-controlled');
    expect(ask(chipOf({ low: 2400, high: 4799 }, 1000), day)).toMatchObject({
      verdict: 'controlled',
      clause: '3A090.b.1',
    });
  });

  test('no rate at all', () => {
    const answer = ask(chipOf(null, 800), day);
    expect(answer.tpp.value).toBeNull();
    expect(answer.possible).toEqual(['3A090.a', '3A090.b', null]);
  });
});

describe('TPP', () => {
  const format = (name: string, bits: number, tops: number) => ({ name, bits, denseTops: exactly(tops) });
  test('is the largest over the formats, and does not double operations', () => {
    const chip = chipOf(null, 814, { formats: [format('INT8', 8, 296), format('FP16', 16, 148)] });
    expect(ask(chip, '2024-01-01').tpp.value).toEqual(exactly(2368));
    const four = chipOf(null, 814, { formats: [format('FP4', 4, 1201), format('FP8', 8, 600)] });
    expect(ask(four, '2024-01-01')).toMatchObject({ tpp: { value: exactly(4804) }, clause: '3A090.a.1' });
  });

  test('600 TOPS at 8 bits or 300 TFLOPS at 16 reach 4,800', () => {
    for (const one of [format('INT8', 8, 600), format('FP16', 16, 300)])
      expect(ask(chipOf(null, 1e6, { formats: [one] }), '2024-01-01').clause).toBe('3A090.a.1');
  });

  test('a stated one counts where there is no rate', () => {
    const chip = chipOf(null, null, { statedTpp: exactly(4800) });
    expect(ask(chip, '2024-01-01')).toMatchObject({ tpp: { value: exactly(4800) }, verdict: 'controlled' });
  });
});

describe('memory by itself', () => {
  const stack = (bandwidth: number | null, area = 100) =>
    chipOf(null, null, {
      memory: {
        bandwidthGBs: bandwidth === null ? null : exactly(bandwidth),
        areaMm2: exactly(area),
      },
    });
  test.each([
    ['2024-12-01', 201, 'not-controlled'],
    ['2024-12-02', 201, 'controlled'],
    ['2024-12-02', 200, 'not-controlled'],
    ['2024-12-02', 200.001, 'controlled'],
    ['2025-06-01', null, 'undetermined'],
  ] as const)('%s, %d GB/s on 100 mm2: %s', (date, bandwidth, verdict) => {
    const answer = ask(stack(bandwidth), date);
    expect(answer.verdict).toBe(verdict);
    if (verdict === 'controlled') expect(answer).toMatchObject({ paragraph: '3A090.c', clause: '3A090.c' });
  });

  test('the licence is due from the compliance day', () => {
    expect(ask(stack(300), '2024-12-30').licence).toBe('not-required');
    expect(ask(stack(300), '2024-12-31').licence).toBe('required');
    expect(ask(stack(300), '2024-12-31', { destination: 'SG', parent: 'CN' }).licence).toBe('required');
    expect(ask(stack(300), '2024-12-31', { destination: 'SG' }).licence).toBe('undetermined');
  });

  test('the exception ends at 3.3', () => {
    const exceptions = (bandwidth: number) =>
      ask(stack(bandwidth), '2025-01-01').exceptions.map(({ id, open }) => [id, open]);
    expect(exceptions(329.999)).toEqual([['HBM', true]]);
    expect(exceptions(330)).toEqual([]);
  });
});
