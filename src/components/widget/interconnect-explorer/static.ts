import '../../../styles/interconnect-explorer.css';
import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import type { Language } from '../../../locale/languages.ts';
import { checkedValues } from '../../../widget/interconnect-explorer/checked.ts';
import type { ExplorerData } from '../../../widget/interconnect-explorer/explorerData.ts';
import { exploredOf } from '../../../widget/interconnect-explorer/explored.ts';
import { declaration, type ExplorerValues } from '../../../widget/interconnect-explorer/params.ts';
import { isHall } from '../../../widget/interconnect-explorer/sheet.ts';
import { twin } from '../../../widget/interconnect-explorer/twin.ts';
import { interconnectExplorer as widget } from '../../../widget/interconnect-explorer/widget.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { phrases } from '../../../widget/phrases.ts';
import { mediaKey } from '../mediaKey.ts';
import { drawSheet, prepareSheet } from '../sheetFigure.ts';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import Controls from '../ViewControls.astro';
import type { ViewedFigure } from '../viewedFigure.ts';
import ViewParts from '../ViewParts.astro';
import ViewTable from '../ViewTable.astro';

/** The slice is the same in every state. */
let cut: Promise<ExplorerData> | undefined;
const explorerData = () => (cut ??= loadCatalogue().then((catalogue) => twin.cut(wholeRecord(catalogue))));

/** A state that its machine can take. Throws naming what it cannot. */
async function stateOf(values: ParameterValues) {
  const data = await explorerData();
  const checked = checkedValues(data, values as ExplorerValues);
  const [problem] = checked.problems;
  if (problem)
    throw new Error(
      `${declaration.id}: ${problem.parameter}="${problem.value}"; allowed: ${problem.allowed}`,
    );
  return { data, values: checked.values };
}

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  const state = await stateOf(values);
  return drawSheet(widget, state.data, state.values, language, frame);
}

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const state = await stateOf(values);
  const figure = prepareSheet(widget, state.data, values as ExplorerValues, language);
  const say = phrases(figure.strings, declaration.id);
  const { topology } = exploredOf(state.data, state.values).machine;
  const media = topology.media.filter((_, medium) => topology.medium.includes(medium));
  return {
    ...figure,
    scale: isHall(exploredOf(state.data, state.values)) ? figure.scale : say('perspective'),
    key: mediaKey({
      ...(media.some((medium) => medium !== 'optical') && { copper: say('copper') }),
      ...(media.includes('optical') && { light: say('light') }),
    }),
  };
}

export const interconnectExplorer: StaticWidget = {
  declaration,
  prepare,
  draw,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  late: true,
};
