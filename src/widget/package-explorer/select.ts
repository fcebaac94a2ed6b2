import type { Catalogue } from '../../data/catalog.ts';
import { figureKeys, figureOf, inSi, rangeInSi } from '../../data/figure.ts';
import type { PackageRecord } from '../../data/schema/package.ts';
import { chipPackage, type ChipPackage } from '../../model/hardware/chipPackage.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure, cutSources } from '../selectFigure.ts';
import type { PackageData } from './packageData.ts';
import { chipIds } from './params.ts';

/**
 * Cuts from the record what the widget needs: the packages, the figures they name as they stand today, their sources.
 * @throws where a package, a figure or a number is missing, naming it
 */
export function selectPackages(
  catalogue: Catalogue,
  records: ReadonlyMap<string, PackageRecord>,
): PackageData {
  const known = new Set(figureKeys(catalogue));
  const figures: Record<string, RecordedFigure> = {};
  const chips: Record<string, PackageData['chips'][string]> = {};
  for (const id of chipIds) {
    const record = records.get(id);
    const chip = catalogue.chips.get(id);
    if (!record || !chip) throw new Error(`"${id}" has no file in content/${record ? 'chips' : 'packages'}`);
    const valueOf = (key: string) => {
      const { shown } = figureOf(catalogue, key);
      if (!shown)
        throw new Error(`content/packages/${id}.yaml: "${key}" has no statement that is not disputed`);
      return 'low' in Object(shown.value) ? rangeInSi(shown).high : inSi(shown);
    };
    // What only counts or measures a part is drawn and not told; it is carried all the same.
    const drawing = chipPackage(record, (key) => {
      if (known.has(key)) figures[key] ??= undisputed(cutFigure(catalogue, key));
      return valueOf(key);
    });
    for (const key of namedBy(drawing)) {
      if (!known.has(key))
        throw new Error(`content/packages/${id}.yaml: figure "${key}" is not in the record`);
      figures[key] ??= undisputed(cutFigure(catalogue, key));
    }
    chips[id] = { name: chip.name, record, drawing };
  }
  return { chips, figures, sources: cutSources(catalogue, Object.values(figures)) };
}

/** A figure without what the record does not support best: other figures of the site tell that. */
const undisputed = (figure: RecordedFigure): RecordedFigure => ({
  ...figure,
  statements: figure.statements.filter((one) => !one.disputed),
});

/** Keys of all figures that a package's drawing names. */
export function namedBy({ parts, links }: ChipPackage): string[] {
  const keys = [
    ...parts.flatMap((part) => [...(part.areaFigure ? [part.areaFigure] : []), ...part.figures]),
    ...links.flatMap((link) => (link.figure ? [link.figure] : [])),
  ];
  return [...new Set(keys)];
}
