import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import type { Language } from '../../../locale/languages.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { declaration, type PackageValues } from '../../../widget/package-explorer/params.ts';
import { twin } from '../../../widget/package-explorer/twin.ts';
import { packageExplorer as widget } from '../../../widget/package-explorer/widget.ts';
import { mediaKey } from '../mediaKey.ts';
import Controls from '../ViewControls.astro';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import { drawSheet, prepareSheet } from '../sheetFigure.ts';
import ViewParts from '../ViewParts.astro';
import ViewTable from '../ViewTable.astro';
import type { ViewedFigure } from '../viewedFigure.ts';

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const data = twin.cut(wholeRecord(await loadCatalogue()));
  const sheet = prepareSheet(widget, data, values as PackageValues, language);
  return { ...sheet, key: mediaKey({ copper: sheet.strings['package-explorer.legend']! }) };
}

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  const data = twin.cut(wholeRecord(await loadCatalogue()));
  return drawSheet(widget, data, values as PackageValues, language, frame);
}

export const packageExplorer: StaticWidget = {
  declaration,
  prepare,
  draw,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  looksUp: true,
  late: true,
};
