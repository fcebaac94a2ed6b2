import '../../../styles/topology-lab.css';
import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import type { Language } from '../../../locale/languages.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { phrases } from '../../../widget/phrases.ts';
import { checkedValues } from '../../../widget/topology-lab/checked.ts';
import type { LabData } from '../../../widget/topology-lab/labData.ts';
import { declaration, type LabValues } from '../../../widget/topology-lab/params.ts';
import { drawnText } from '../../../widget/topology-lab/sheet.ts';
import { twin } from '../../../widget/topology-lab/twin.ts';
import { topologyLab as widget } from '../../../widget/topology-lab/widget.ts';
import { mediaKey } from '../mediaKey.ts';
import { drawSheet, prepareSheet } from '../sheetFigure.ts';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import Controls from '../ViewControls.astro';
import type { ViewedFigure } from '../viewedFigure.ts';
import ViewParts from '../ViewParts.astro';
import ViewTable from '../ViewTable.astro';

/** The slice is the same in every state. */
let cut: Promise<LabData> | undefined;
const labData = () => (cut ??= loadCatalogue().then((catalogue) => twin.cut(wholeRecord(catalogue))));

/** A state that can be wired. Throws naming what cannot. */
function stateOf(values: ParameterValues): LabValues {
  const { values: checked, problems } = checkedValues(values as LabValues);
  const [problem] = problems;
  if (problem)
    throw new Error(
      `${declaration.id}: ${problem.parameter}="${problem.value}"; allowed: ${problem.allowed}`,
    );
  return checked;
}

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  return drawSheet(widget, await labData(), stateOf(values), language, frame);
}

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const data = await labData();
  const state = stateOf(values);
  const figure = prepareSheet(widget, data, state, language);
  const say = phrases(figure.strings, declaration.id);
  return {
    ...figure,
    scale: drawnText(say, data, state, 'paper'),
    key: mediaKey({ copper: say('copper'), light: say('light') }),
  };
}

export const topologyLab: StaticWidget = {
  declaration,
  prepare,
  draw,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  late: true,
};
