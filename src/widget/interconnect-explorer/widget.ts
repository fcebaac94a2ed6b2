import type { SheetWidget } from '../sheetFigure.ts';
import { checkedValues } from './checked.ts';
import type { ExplorerData } from './explorerData.ts';
import { declaration, parameters, type ExplorerParameters } from './params.ts';
import { explorerSheet } from './sheet.ts';
import { changeText, explorerView } from './view.ts';

/** The explorer of links, as the build draws and describes it. */
export const interconnectExplorer: SheetWidget<ExplorerParameters, ExplorerData> = {
  parameters,
  section: declaration.id,
  view: (say, data, values, around) =>
    explorerView(say, data, checkedValues(data, values).values, { ...around, distances: { state: 'none' } }),
  shown: (say, data, values) => explorerSheet(say, data, checkedValues(data, values).values),
  change: changeText,
};
