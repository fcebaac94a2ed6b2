import type { SheetWidget } from '../sheetFigure.ts';
import { checkedValues } from './checked.ts';
import type { LabData } from './labData.ts';
import { declaration, parameters, type LabParameters } from './params.ts';
import { labSheet } from './sheet.ts';
import { changeText, labView } from './view.ts';

/** The laboratory of networks, as the build draws and describes it. */
export const topologyLab: SheetWidget<LabParameters, LabData> = {
  parameters,
  section: declaration.id,
  view: (say, data, values, around) => labView(say, data, checkedValues(values).values, around),
  shown: (say, data, values) => labSheet(say, data, checkedValues(values).values),
  change: (say, data, _, after) => changeText(say, data, after),
};
