import type { SheetWidget } from '../sheetFigure.ts';
import { declaration, parameters, type PackageParameters } from './params.ts';
import type { PackageData } from './packageData.ts';
import { packageSheet } from './sheet.ts';
import { packageChange, packageView } from './view.ts';

/** The packages of chips, as the build and the browser draw and describe it. */
export const packageExplorer: SheetWidget<PackageParameters, PackageData> = {
  parameters,
  section: declaration.id,
  view: packageView,
  shown: packageSheet,
  change: packageChange,
};
