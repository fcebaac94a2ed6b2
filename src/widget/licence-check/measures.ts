import { formatNumber } from '../../encoding/format.ts';
import type { MeasuresProps } from '../../figure/licence-check/measures.ts';
import { isExact, type Interval } from '../../model/exportControl/interval.ts';
import type { FormatRate, RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import { intervalText } from './distance.ts';

/** Measures that are drawn, in the order of their rows. */
export const measureNames = ['rate', 'bits', 'tpp', 'area', 'density', 'io', 'dram'] as const;

/** The format whose rate times bits is surely largest, which makes TPP; null where no rate is known. */
export function decidingFormat(chip: RuledChip): FormatRate | null {
  const best = ({ denseTops, bits }: FormatRate) => denseTops.low * bits;
  const [first] = [...chip.formats].sort((a, b) => best(b) - best(a));
  return first ?? null;
}

/** The chip's inputs and what is made of them, in words and figures. */
export function measuresProps(say: Phrases, chip: RuledChip, verdict: Verdict): MeasuresProps {
  const format = chip.statedTpp && chip.formats.length === 0 ? null : decidingFormat(chip);
  const [tpp, density] = [verdict.tpp.value, verdict.performanceDensity.value];
  const [area, io, dram] = [chip.applicableDieAreaMm2, chip.ioBandwidthGBs, chip.dramBandwidthGBs];
  const rate = format && intervalText(format.denseTops);
  const made = tpp && intervalText(tpp, verdict.tpp.digits);
  const size = area && intervalText(area);
  const dense = density && intervalText(density, verdict.performanceDensity.digits);
  const known = (name: 'io' | 'dram', value: Interval | null) => ({
    row: name,
    text: value ? say(`measure.${name}`, { value: intervalText(value) }) : say(`measure.${name}-unknown`),
    short: value
      ? say(`measure.${name}-short`, { value: intervalText(value) })
      : say(`measure.${name}-short-unknown`),
  });
  return {
    rate: {
      row: 'rate',
      text:
        format && rate
          ? say('measure.rate', { value: rate, format: format.name })
          : say('measure.rate-unknown'),
    },
    bits: format && { row: 'bits', text: say('measure.bits', { value: format.bits }) },
    tpp: {
      row: 'tpp',
      text: !made
        ? say('measure.tpp-unknown')
        : format && rate && isExact(tpp)
          ? say('measure.tpp', { rate, bits: formatNumber(format.bits), value: made })
          : say('measure.tpp-stated', { value: made }),
      ...(made && { short: say('measure.tpp-short', { value: made }) }),
    },
    area: {
      row: 'area',
      text: size ? say('measure.area', { value: size }) : say('measure.area-unknown'),
    },
    density: {
      row: 'density',
      text:
        dense && made && size && isExact(density)
          ? say('measure.density', { tpp: made, area: size, value: dense })
          : dense
            ? say('measure.density-short', { value: dense })
            : say('measure.density-unknown'),
      ...(dense && { short: say('measure.density-short', { value: dense }) }),
    },
    io: known('io', io),
    dram: known('dram', dram),
  };
}
