import type { PackageRecord } from '../../data/schema/package.ts';
import { chipPackage, type ChipPackage } from '../../model/hardware/chipPackage.ts';
import { onDay } from '../onDay.ts';
import { figureOn, numberOn, type RecordSlice } from '../recordedFigure.ts';

/** The slice of the record that the widget carries into the page. */
export interface PackageData extends RecordSlice {
  readonly chips: Readonly<Record<string, PackagedChip>>;
}

export interface PackagedChip {
  readonly name: string;
  readonly record: PackageRecord;
  /** As the newest statements have it. */
  readonly drawing: ChipPackage;
}

/**
 * The packages as they were known on a day: each figure with the one statement that held, or with none, and the drawings
 * that follow. A size that nobody had told yet is drawn as it was told first.
 */
export const packagesOn = onDay((data: PackageData, asof: string): PackageData => {
  const chips = Object.fromEntries(
    Object.entries(data.chips).map(([id, { name, record }]) => [
      id,
      { name, record, drawing: chipPackage(record, (key) => numberOn(data, key, asof)) },
    ]),
  );
  const figures = Object.fromEntries(
    Object.entries(data.figures).map(([key, figure]) => {
      const { shown } = figureOn(figure, asof);
      return [key, { ...figure, statements: shown ? [shown] : [] }];
    }),
  );
  return { chips, figures, sources: data.sources };
});
