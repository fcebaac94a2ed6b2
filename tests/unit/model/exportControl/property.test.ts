import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, unlimited, type Interval } from '../../../../src/model/exportControl/interval.ts';
import type { RuledChip } from '../../../../src/model/exportControl/ruledChip.ts';
import { regionsOn } from '../../../../src/model/exportControl/region.ts';
import { ask, chipOf, rulebook } from './ask.ts';

const days = ['2022-09-10', '2022-11-01', '2023-11-01', '2024-01-01', '2025-06-01', '2026-03-01'];
const day = fc.constantFrom(...days);
/** Values around the lines, on them, and anywhere. */
const near = (lines: readonly number[], most: number) =>
  fc.oneof(
    fc.constantFrom(...lines),
    fc.constantFrom(...lines).chain((line) => fc.double({ min: line * 0.98, max: line * 1.02, noNaN: true })),
    fc.double({ min: 1, max: most, noNaN: true }),
  );
const tpp = near([1600, 2400, 4800, 4992, 14_000, 21_000], 30_000);
const area = near([270, 500, 740, 800, 1000, 1500], 3000);
const bandwidth = near([600, 900, 1100, 1400, 4000, 6500], 9000);
const maker = fc.constantFrom('NVIDIA', 'AMD', 'Intel', 'Google', null);
const answer = fc.constantFrom(true, false, null);

const rank = { none: 0, '3A090.b': 1, '3A090.a': 2 } as const;
const rankOf = (chip: RuledChip, date: string): number => {
  const { paragraph, verdict } = ask(chip, date);
  expect(verdict).not.toBe('undetermined');
  return rank[(paragraph ?? 'none') as keyof typeof rank];
};

describe('lowering performance at a fixed area', () => {
  test('never raises the class, whatever the day and the use', () => {
    fc.assert(
      fc.property(
        fc.tuple(tpp, tpp, area, bandwidth, fc.boolean(), day),
        ([one, other, mm2, io, datacentre, date]) => {
          const at = (value: number) =>
            rankOf(chipOf(value, mm2, { datacentre, ioBandwidthGBs: exactly(io) }), date);
          expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)));
        },
      ),
      { numRuns: 600 },
    );
  });
});

/** An interval and a wider one around it. */
const widened = (value: fc.Arbitrary<number>): fc.Arbitrary<{ narrow: Interval; wide: Interval | null }> =>
  fc.tuple(value, value, value, value, fc.constantFrom('wide', 'open', 'unknown')).map(([a, b, c, d, how]) => {
    const [first, second, third, fourth] = [a, b, c, d].sort((x, y) => x - y) as [number, number, number, number];
    const narrow = how === 'wide' && a < b ? exactly(second) : { low: second, high: third };
    if (how === 'unknown') return { narrow, wide: null };
    return { narrow, wide: { low: first, high: how === 'open' ? unlimited : fourth } };
  }); // prettier-ignore

const chips = fc
  .record({
    tpp: widened(tpp),
    area: widened(area),
    io: widened(bandwidth),
    dram: widened(bandwidth),
    widens: fc.record({ tpp: fc.boolean(), area: fc.boolean(), io: fc.boolean(), dram: fc.boolean() }),
    datacentre: answer,
    hideUse: fc.boolean(),
    maker,
  })
  .map(({ tpp: performance, area: die, io, dram, widens, datacentre, hideUse, maker: name }) => {
    const chip = (wide: boolean) =>
      chipOf(
        wide && widens.tpp ? performance.wide : performance.narrow,
        wide && widens.area ? die.wide : die.narrow,
        {
          maker: name,
          datacentre: wide && hideUse ? null : datacentre,
          ioBandwidthGBs: wide && widens.io ? io.wide : io.narrow,
          dramBandwidthGBs: wide && widens.dram ? dram.wide : dram.narrow,
        },
      );
    return { narrow: chip(false), wide: chip(true) };
  });

describe('knowing less', () => {
  test('never turns an open answer into one, nor one answer into another', () => {
    const kept = (before: unknown, after: unknown, open: unknown) =>
      expect(after === open || after === before, `${String(before)} became ${String(after)}`).toBe(true);
    fc.assert(
      fc.property(chips, day, fc.constantFrom('CN', 'MO', 'SG'), ({ narrow, wide }, date, destination) => {
        const [before, after] = [narrow, wide].map((chip) => ask(chip, date, { destination, usSale: true }));
        kept(before!.verdict, after!.verdict, 'undetermined');
        kept(before!.licence, after!.licence, 'undetermined');
        kept(before!.tariffBand, after!.tariffBand, 'undetermined');
        kept(before!.paragraph, after!.paragraph, null);
        const policies = [before!, after!].map(({ policy }) => policy?.kind ?? 'none');
        if (after!.licence === before!.licence) kept(policies[0], policies[1], 'undetermined');
        // What was possible stays so.
        const could = (verdict: typeof after) =>
          verdict!.possible.length > 0 ? verdict!.possible : [verdict!.paragraph];
        for (const one of could(before)) expect(could(after)).toContain(one);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the plane of a day', () => {
  test('its rectangles say what the rules say of a data-centre chip with fast links, and do not overlap', () => {
    fc.assert(
      fc.property(tpp, area, day, (performance, mm2, date) => {
        const chip = chipOf(performance, mm2, { ioBandwidthGBs: exactly(1000) });
        const { clause, performanceDensity } = ask(chip, date);
        const density = performanceDensity.value!.low;
        const holds = ({ low, high }: Interval, value: number) => low <= value && value < high;
        const on = regionsOn(rulebook, date).filter(
          (one) => holds(one.tpp, Number(performance.toPrecision(12))) && holds(one.performanceDensity, density),
        );
        expect(on.map((one) => one.clause)).toEqual(clause === null ? [] : [clause]);
      }),
      { numRuns: 600 },
    );
  }); // prettier-ignore
});
