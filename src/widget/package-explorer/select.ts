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
    const drawing = chipPackage(record, valueOf);
    for (const key of namedBy(drawing)) {
      if (!known.has(key))
        throw new Error(`content/packages/${id}.yaml: figure "${key}" is not in the record`);
      const { statements, ...about } = cutFigure(catalogue, key);
      // What was said before is told where the chip is the subject; here the newest statement is enough.
      figures[key] ??= { ...about, statements: statements.filter((one) => !one.disputed).slice(0, 1) };
    }
    chips[id] = { name: chip.name, drawing };
  }
  return { chips, figures, sources: cutSources(catalogue, Object.values(figures)) };
}

/** Keys of all figures that a package's drawing names. */
export function namedBy({ parts, links }: ChipPackage): string[] {
  const keys = [
    ...parts.flatMap((part) => [...(part.areaFigure ? [part.areaFigure] : []), ...part.figures]),
    ...links.flatMap((link) => (link.figure ? [link.figure] : [])),
  ];
  return [...new Set(keys)];
}
