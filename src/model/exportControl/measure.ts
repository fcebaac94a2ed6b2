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

/** What the rules measure of a chip, each with how it was reached. */
export function measuresOf(chip: RuledChip): Measures {
  const tpp = tppOf(chip);
  const area = chip.applicableDieAreaMm2;
  const density = tpp && area ? intervalOf(quotient(rangeOf(tpp), rangeOf(area))) : null;
  const { memory } = chip;
  const memoryDensity =
    memory?.bandwidthGBs && memory.areaMm2
      ? intervalOf(quotient(rangeOf(memory.bandwidthGBs), rangeOf(memory.areaMm2)))
      : null;
  const bandwidth = (value: Interval | null, basis: string): Measure => ({
    value: value && intervalOf(rangeOf(value)),
    unit: 'GB/s',
    basis: value ? basis : 'not known',
  });
  return {
    tpp: { value: tpp && intervalOf(rangeOf(tpp)), unit: 'TPP', basis: tppBasis(chip) },
    performanceDensity: {
      value: density,
      unit: 'TPP/mm2',
      basis: !tpp
        ? 'TPP is not known'
        : !area
          ? 'the area of its non-planar logic dies is not known'
          : `TPP ${printInterval(tpp)} / ${printInterval(area)} mm2`,
    },
    ioBandwidth: bandwidth(
      chip.ioBandwidthGBs,
      'all I/O to other chips, both directions added, memory left out',
    ),
    dramBandwidth: bandwidth(chip.dramBandwidthGBs, 'all DRAM of the package'),
    memoryBandwidthDensity: {
      value: memoryDensity,
      unit: 'GB/s/mm2',
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
    .map(({ name, bits, denseTops }) => `${printInterval(denseTops)} TOPS × ${print(bits)} bits (${name})`)
    .join(', ');
}
