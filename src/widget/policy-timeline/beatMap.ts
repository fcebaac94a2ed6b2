import type { Rulebook } from '../../data/schema/exportControl.ts';
import { formOf } from '../../figure/threshold-map/markForm.ts';
import { assess } from '../../model/exportControl/assess.ts';
import { isExact, unlimited } from '../../model/exportControl/interval.ts';
import { regionsOn } from '../../model/exportControl/region.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { BeatMap } from './timelineData.ts';

/** A day of the chip map, and the ids of the chips that are named on it. */
export interface MapDay {
  readonly day: string;
  readonly named: ReadonlySet<string>;
}

/** Three digits are as fine as the drawing is. */
const rounded = (value: number) => Number(value.toPrecision(3));

/**
 * The chip map of a day: the control list as parts of the plane, and every chip then on sale whose two figures are
 * exact, as it stands when it is sent from the United States to China; null before the first line.
 */
export function beatMap(
  rulebook: Rulebook,
  chips: readonly RuledChip[],
  { day, named }: MapDay,
): BeatMap | null {
  const bound = (value: number) => (value >= unlimited ? null : value);
  const parts = regionsOn(rulebook, day).map(
    ({ tpp, performanceDensity: { low, high } }) => [tpp.low, bound(tpp.high), low, bound(high)] as const,
  );
  if (parts.length === 0) return null;
  const marks = chips.flatMap((chip): BeatMap['marks'][number][] => {
    if (chip.released === null || chip.released > day) return [];
    const verdict = assess(rulebook, { chip, date: day, destination: 'CN', parent: 'CN', route: 'us' });
    const [tpp, density] = [verdict.tpp.value, verdict.performanceDensity.value];
    if (!tpp || !density || !isExact(tpp) || !isExact(density)) return [];
    const name = named.has(chip.id!) ? chip.name.replace(/^\S+ /, '').replace(/ \d+ GB$/, '') : null;
    const chinese = rulebook.makers[chip.maker ?? ''] === 'CN';
    return [[rounded(tpp.low), rounded(density.low), formOf(verdict), chinese, name]];
  });
  return { day, parts, marks };
}
