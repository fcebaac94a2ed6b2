import type { ChipPackage } from '../../model/hardware/chipPackage.ts';
import type { RecordSlice } from '../recordedFigure.ts';

/** The slice of the record that the widget carries into the page. */
export interface PackageData extends RecordSlice {
  readonly chips: Readonly<Record<string, { readonly name: string; readonly drawing: ChipPackage }>>;
}
