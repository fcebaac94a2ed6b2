import { loadCatalogue } from '../../data/load.ts';
import { readTopologies } from '../../data/readTopologies.ts';
import type { Language } from '../../locale/languages.ts';
import type { CliffData } from '../../widget/bandwidth-cliff/cliffData.ts';
import { declaration, type CliffValues } from '../../widget/bandwidth-cliff/params.ts';
import { selectCliff } from '../../widget/bandwidth-cliff/select.ts';
import { cliffView } from '../../widget/bandwidth-cliff/view.ts';
import type { ParameterValues } from '../../widget/parameter.ts';
import { phrases } from '../../widget/phrases.ts';
import Controls from './BandwidthCliffControls.astro';
import type { StaticWidget } from './staticWidget.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

const section = declaration.id;

/** The slice is the same in every state, and building the largest machines takes a while. */
let cut: Promise<CliffData> | undefined;
const cliffData = () =>
  (cut ??= loadCatalogue().then((catalogue) => selectCliff(catalogue, readTopologies())));

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const data = await cliffData();
  const strings = sectionStrings(section, language);
  const say = phrases(strings, section);
  const view = (newTab: boolean) => cliffView(say, data, values as CliffValues, newTab);
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

export const bandwidthCliff: StaticWidget = {
  declaration,
  prepare,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
};
