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

/** A point of an interval: a line inside it, an end, or anything between. */
const pointIn = ({ low, high }: Interval, lines: readonly number[], most: number, at: number): number => {
  const top = Math.min(high, Math.max(low, most));
  const stops = [low, top, ...lines.filter((line) => line > low && line < top)];
  return at < 0.5 ? stops[Math.floor(at * 2 * stops.length)]! : low + (top - low) * (at - 0.5) * 2;
};
const anything = { low: 1, high: unlimited };
const pin = (interval: Interval | null, lines: readonly number[], most: number, at: number) =>
  exactly(pointIn(interval ?? anything, lines, most, at));

/** The same chip with everything known: a point of all that it may be. */
function pinned(chip: RuledChip, at: readonly number[], only: readonly string[] | null = null): RuledChip {
  const takes = (input: string) => only === null || only.includes(input);
  const [format] = chip.formats;
  const tppNow = format ? { low: format.denseTops.low * 8, high: Math.min(unlimited, format.denseTops.high * 8) } : null;
  const reached = pin(tppNow, [1600, 2400, 4800, 14_000, 21_000], 60_000, at[0]!).low;
  return {
    ...chip,
    ...(takes('tpp') && { formats: [{ name: 'INT8', bits: 8, denseTops: exactly(reached / 8) }] }),
    ...(takes('area') && { applicableDieAreaMm2: pin(chip.applicableDieAreaMm2, [reached / 5.92, reached / 3.2, reached / 1.6], 4000, at[1]!) }),
    ...(takes('io') && { ioBandwidthGBs: pin(chip.ioBandwidthGBs, [600, 900, 1100], 9000, at[2]!) }),
    ...(takes('dram') && { dramBandwidthGBs: pin(chip.dramBandwidthGBs, [1400, 4000, 6500], 9000, at[3]!) }),
    ...(takes('datacentre') && { datacentre: chip.datacentre ?? at[4]! < 0.5 }),
    ...(takes('us-sale') && { usSale: chip.usSale ?? at[5]! < 0.5 }),
    ...(takes('maker') && { maker: chip.maker ?? 'Google' }),
  };
} // prettier-ignore

const places = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 6, maxLength: 6 });

describe('the answer for a range', () => {
  test('is the union of the answers of the points in it: none outside it, and none of it without a point', () => {
    const chip = fc.record({ tpp: widened(tpp), area: widened(area), io: widened(bandwidth), datacentre: answer });
    fc.assert(
      fc.property(chip, day, fc.array(places, { minLength: 40, maxLength: 40 }), (one, date, points) => {
        const open = chipOf(one.tpp.wide, one.area.wide, { datacentre: one.datacentre, ioBandwidthGBs: one.io.wide });
        const { possible, paragraph } = ask(open, date);
        const could = new Set(possible.length > 0 ? possible : [paragraph]);
        for (const at of points) expect(could).toContain(ask(pinned(open, at), date).paragraph);
      }),
      { numRuns: 60 },
    );
    // Of a chip that lies across every line, each paragraph that is possible is that of some point.
    for (const date of days) {
      const open = chipOf({ low: 1000, high: 6000 }, { low: 300, high: 3000 }, { datacentre: null, ioBandwidthGBs: { low: 100, high: 900 } });
      const { possible, paragraph } = ask(open, date);
      // A grid rather than chance, so that no run misses a corner.
      const grid = [0, 1 / 3, 0.49, 0.55, 0.65, 0.75, 0.85, 0.95];
      const all = grid.flatMap((first) =>
        grid.flatMap((second) => [0.1, 0.9].flatMap((io) => [0.1, 0.9].map((use) => [first, second, io, 0, use, 0]))),
      );
      const found = new Set(all.map((at) => ask(pinned(open, at), date).paragraph));
      expect([...found].sort()).toEqual([...new Set(possible.length > 0 ? possible : [paragraph])].sort());
    }
  });
}); // prettier-ignore

describe('what is said to decide', () => {
  const ofChip = ['tpp', 'area', 'io', 'dram', 'datacentre', 'us-sale', 'maker'];
  test('settles the answer once it is known, and is empty where the answer is told', () => {
    fc.assert(
      fc.property(chips, day, places, ({ wide }, date, at) => {
        const before = ask(wide, date);
        const { verdict, licence, policy, decides } = before;
        const of = (answered: 'list' | 'licence' | 'policy') =>
          decides.filter((one) => one.of.includes(answered)).map(({ input }) => input);
        expect(of('list').length > 0).toBe(before.possible.length > 0);
        expect(of('licence').length > 0).toBe(licence === 'undetermined');
        if (policy?.kind === 'undetermined' && licence !== 'undetermined') expect(of('policy')).not.toEqual([]);
        if (verdict === 'undetermined')
          expect(ask(pinned(wide, at, of('list')), date).possible, of('list').join()).toEqual([]);
        const named = of('licence');
        if (licence === 'undetermined' && named.every((one) => ofChip.includes(one)))
          expect(ask(pinned(wide, at, named), date).licence, named.join()).not.toBe('undetermined');
      }),
      { numRuns: 600 },
    );
  });
}); // prettier-ignore

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
