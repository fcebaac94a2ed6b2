import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import type { Language } from '../../../locale/languages.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { contents, pairOf } from '../../../widget/rack-compare/pair.ts';
import { cabinetIds, declaration, type RackValues } from '../../../widget/rack-compare/params.ts';
import { twin } from '../../../widget/rack-compare/twin.ts';
import { rackCompare as widget } from '../../../widget/rack-compare/widget.ts';
import Controls from '../ViewControls.astro';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import { drawSheet, prepareSheet } from '../sheetFigure.ts';
import ViewParts from '../ViewParts.astro';
import ViewTable from '../ViewTable.astro';
import type { ViewedFigure } from '../viewedFigure.ts';

async function cut() {
  const data = twin.cut(wholeRecord(await loadCatalogue()));
  const parts = cabinetIds.flatMap((id) =>
    contents(pairOf(data, { left: id, right: id, asof: 'latest' })[0]).map(({ cls }) => cls.id),
  );
  return { data, parts };
}

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  const { data, parts } = await cut();
  return drawSheet(widget, data, values as RackValues, language, frame, parts);
}

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const { data, parts } = await cut();
  return prepareSheet(widget, data, values as RackValues, language, parts);
}

export const rackCompare: StaticWidget = {
  declaration,
  prepare,
  draw,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  looksUp: true,
  late: true,
};
