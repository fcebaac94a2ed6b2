import { loadCatalogue } from '../../data/load.ts';
import { readModels } from '../../data/readRecords.ts';
import { readTopologies } from '../../data/readTopologies.ts';
import type { Language } from '../../locale/languages.ts';
import type { FitData } from '../../widget/model-fit/fitData.ts';
import { declaration, type FitValues } from '../../widget/model-fit/params.ts';
import { selectFit } from '../../widget/model-fit/select.ts';
import { fitView } from '../../widget/model-fit/view.ts';
import type { ParameterValues } from '../../widget/parameter.ts';
import { phrases } from '../../widget/phrases.ts';
import Controls from './ModelFitControls.astro';
import type { StaticWidget } from './staticWidget.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

const section = declaration.id;

let cut: Promise<FitData> | undefined;
const fitData = () =>
  (cut ??= loadCatalogue().then((catalogue) =>
    // A bundle no longer knows where its source lay: the folder is found from where the build runs.
    selectFit(catalogue, readModels('content'), readTopologies()),
  ));

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const data = await fitData();
  const strings = sectionStrings(section, language);
  const say = phrases(strings, section);
  const view = (newTab: boolean) => fitView(say, data, values as FitValues, newTab);
  const { title, note, status, asOf, summary, sources, scale, drawings } = view(false);
  const [poster = '', ...others] = drawings;
  return {
    title,
    note,
    status,
    asOf,
    summary,
    sources,
    scale,
    howTo: howTo(section, language),
    poster,
    narrowPoster: others.join(''),
    data,
    strings,
    view,
  };
}

export const modelFit: StaticWidget = { declaration, prepare, Controls, Parts: ViewParts, Table: ViewTable };
