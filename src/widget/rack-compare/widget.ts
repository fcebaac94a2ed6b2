import type { SheetWidget } from '../sheetFigure.ts';
import { declaration, parameters, type RackParameters } from './params.ts';
import type { RackData } from './rackData.ts';
import { rackSheet } from './sheet.ts';
import { rackChange, rackView } from './view.ts';

/** The comparison of two cabinets, as the build and the browser draw and describe it. */
export const rackCompare: SheetWidget<RackParameters, RackData> = {
  parameters,
  section: declaration.id,
  view: rackView,
  shown: rackSheet,
  change: rackChange,
};
