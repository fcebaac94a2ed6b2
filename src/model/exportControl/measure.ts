import type { RuledQuantity } from '../../data/schema/condition.ts';
import { fewestDigits, roundedBeside, significantDigits } from '../unit/significant.ts';
import { isExact, unlimited, type Interval } from './interval.ts';
import { print, printInterval } from './print.ts';
import { intervalOf, quotient, rangeOf, settled } from './range.ts';
import type { RuledChip } from './ruledChip.ts';
import type { Measure, Verdict } from './verdict.ts';

/**
 * Total processing performance: the largest, over the number formats, of dense tera-operations a second times the bits
 * of the operation (15 CFR part 774, note to 3A090; 88 FR 73458). A data sheet's operations already count a
 * multiply-accumulate as two, so the factor 2 of the formula is in them. Null where no rate is known.
 */
export function tppOf({ formats, statedTpp }: RuledChip): Interval | null {
  if (formats.length === 0) return statedTpp;
  const most = (end: 'low' | 'high') =>
    Math.min(unlimited, Math.max(...formats.map(({ bits, denseTops }) => settled(denseTops[end] * bits))));
  return { low: most('low'), high: most('high') };
}

type Measures = Pick<
  Verdict,
  'tpp' | 'performanceDensity' | 'ioBandwidth' | 'dramBandwidth' | 'memoryBandwidthDensity'
>;

/** The ends of an interval that somebody stated: not the 0 and the limitless that a bound leaves open. */
const statedEnds = (interval: Interval | null): number[] =>
  interval ? [interval.low, interval.high].filter((end) => end > 0 && end < unlimited) : [];

/**
 * Significant digits of what is computed from a chip's figures. A rate times whole bits is a whole number, as the lines
 * of the rules are; a quotient keeps the digits of its coarsest input; what was stated is printed as it stands.
 */
export function digitsOf(chip: RuledChip): Readonly<Record<RuledQuantity, number>> {
  const { formats, statedTpp, applicableDieAreaMm2: area, memory } = chip;
  const rates = formats.length > 0 ? decidingFormats(chip).flatMap((one) => statedEnds(one.denseTops)) : statedEnds(statedTpp);
  return {
    tpp: 1,
    density: fewestDigits([...rates, ...statedEnds(area)]),
    io: 12,
    dram: 12,
    'dram-plus-io': 12,
    'memory-density': fewestDigits([
      ...statedEnds(memory?.bandwidthGBs ?? null),
      ...statedEnds(memory?.areaMm2 ?? null),
    ]),
  };
} // prettier-ignore

/** The formats that set an end of TPP. */
function decidingFormats(chip: RuledChip): RuledChip['formats'] {
  const tpp = tppOf(chip);
  const sets = (end: 'low' | 'high') =>
    chip.formats.filter(({ bits, denseTops }) => Math.min(unlimited, settled(denseTops[end] * bits)) === tpp?.[end]);
  return [...sets('low'), ...sets('high')];
} // prettier-ignore

/** Digits in which both ends of an interval stay on their side of every line. */
function digitsBeside(value: Interval | null, digits: number, lines: readonly number[]): number {
  return Math.max(
    ...statedEnds(value).map((end) => significantDigits(roundedBeside(end, Math.max(digits, placesOf(end)), lines))),
    digits,
  );
} // prettier-ignore

/** Digits before the decimal point. */
const placesOf = (value: number): number => Math.max(1, Math.floor(Math.log10(value)) + 1);

/**
 * What the rules measure of a chip, each with how it was reached.
 * @param lines of the rules of the day, on whose sides printed numbers stay.
 */
export function measuresOf(
  chip: RuledChip,
  lines: Readonly<Partial<Record<RuledQuantity, readonly number[]>>> = {},
): Measures {
  const tpp = tppOf(chip);
  const area = chip.applicableDieAreaMm2;
  const kept = digitsOf(chip);
  const digits = (quantity: RuledQuantity, value: Interval | null) =>
    digitsBeside(value, kept[quantity], lines[quantity] ?? []);
  const density = tpp && area ? intervalOf(quotient(rangeOf(tpp), rangeOf(area))) : null;
  const { memory } = chip;
  const memoryDensity =
    memory?.bandwidthGBs && memory.areaMm2
      ? intervalOf(quotient(rangeOf(memory.bandwidthGBs), rangeOf(memory.areaMm2)))
      : null;
  const bandwidth = (value: Interval | null, basis: string): Measure => ({
    value: value && intervalOf(rangeOf(value)),
    unit: 'GB/s',
    digits: 12,
    basis: value ? basis : 'not known',
  });
  return {
    tpp: {
      value: tpp && intervalOf(rangeOf(tpp)),
      unit: 'TPP',
      digits: digits('tpp', tpp),
      basis: tppBasis(chip),
    },
    performanceDensity: {
      value: density,
      unit: 'TPP/mm2',
      digits: digits('density', density),
      basis: !tpp
        ? 'TPP is not known'
        : !area
          ? 'the area of its non-planar logic dies is not known'
          : `TPP ${printInterval(tpp, digits('tpp', tpp))} / ${printInterval(area)} mm2`,
    },
    ioBandwidth: bandwidth(
      chip.ioBandwidthGBs,
      'all I/O to other chips, both directions added, memory left out',
    ),
    dramBandwidth: bandwidth(chip.dramBandwidthGBs, 'all DRAM of the package'),
    memoryBandwidthDensity: {
      value: memoryDensity,
      unit: 'GB/s/mm2',
      digits: digits('memory-density', memoryDensity),
      basis: !memory
        ? 'asked of a memory by itself'
        : memoryDensity
          ? `${printInterval(memory.bandwidthGBs!)} GB/s / ${printInterval(memory.areaMm2!)} mm2`
          : 'bandwidth or area is not known',
    },
  };
}

function tppBasis(chip: RuledChip): string {
  const tpp = tppOf(chip);
  if (!tpp) return 'no dense rate is known';
  if (chip.formats.length === 0) return 'as stated; the rates behind it are not known';
  const reach = chip.formats.filter(({ bits, denseTops }) => settled(denseTops.high * bits) >= tpp.high);
  const shown = isExact(tpp) ? reach.slice(0, 1) : chip.formats;
  return shown
    .map(({ name, bits, denseTops }) =>
      denseTops.low === 0 && denseTops.high >= unlimited
        ? `${name}, rate not known`
        : `${printInterval(denseTops)} TOPS × ${print(bits)} bits (${name})`,
    )
    .join(', ');
}
