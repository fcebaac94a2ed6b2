import { formatBandwidth } from '../../encoding/format.ts';
import type { ChipPackage, PackageLink } from '../../model/hardware/chipPackage.ts';
import type { Phrases } from '../phrases.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { packagesOn, type PackageData } from './packageData.ts';
import type { PackageValues } from './params.ts';

/** Whether bandwidths stand as their makers count them. */
const asPublished = ({ directions, per }: PackageValues): boolean =>
  directions === 'both' && per === 'package';

/**
 * The packages of a state: as they were known on its day, their bandwidths by its counting rule. Where the record does
 * not say which directions a figure counts, it has none for one of them.
 */
export function packagesOf(say: Phrases, all: PackageData, values: PackageValues): PackageData {
  const data = packagesOn(all, values.asof);
  if (asPublished(values)) return data;
  const figures: Record<string, RecordedFigure> = { ...data.figures };
  const chips = Object.fromEntries(
    Object.entries(data.chips).map(([id, chip]) => {
      const dies = chip.drawing.parts.find(({ kind }) => kind === 'compute-die')?.count.value ?? 1;
      const links = chip.drawing.links.map((link): PackageLink => {
        const figure = data.figures[link.figure ?? ''];
        const [shown] = figure?.statements ?? [];
        if (!figure || !shown || link.bandwidth === null || link.figure === null) return link;
        const one = values.directions === 'one' && link.kind !== 'memory';
        if (one && shown.direction === 'unstated')
          return { ...link, figure: null, bandwidth: null, reason: say('direction-unstated') };
        const divided = values.per === 'die' && link.kind !== 'dies' ? dies : 1;
        const bandwidth = link.bandwidth / (one && shown.direction === 'both' ? 2 : 1) / divided;
        const text = say('counted-bandwidth', {
          bandwidth: formatBandwidth(bandwidth),
          way: link.kind === 'memory' ? '' : `, ${say(one ? 'way.one' : 'way.both')}`,
          per: divided > 1 ? `, ${say('per-die')}` : '',
        });
        // A figure that two packages share is counted for each by itself.
        const key = `${link.figure}#${id}`;
        figures[key] = { ...figure, statements: [{ ...shown, text, value: bandwidth }] };
        return { ...link, figure: key, bandwidth };
      });
      const drawing: ChipPackage = { ...chip.drawing, links };
      return [id, { ...chip, drawing }];
    }),
  );
  return { chips, figures, sources: data.sources };
}

/** The counting rule in a sentence; nothing where figures stand as published. */
export const ruleText = (say: Phrases, values: PackageValues): string =>
  asPublished(values)
    ? ''
    : say('rule', {
        way: say(`way.${values.directions}`),
        per: say(values.per === 'die' ? 'per-die' : 'per-package'),
      });
