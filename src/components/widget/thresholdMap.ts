import { loadCatalogue } from '../../data/load.ts';
import { ruledChipOf } from '../../data/ruledChip.ts';
import { rulebookOf } from '../../data/rulebook.ts';
import type { Language } from '../../locale/languages.ts';
import type { MapData } from '../../widget/threshold-map/mapData.ts';
import { declaration, type MapValues } from '../../widget/threshold-map/params.ts';
import { selectMap } from '../../widget/threshold-map/select.ts';
import { mapView } from '../../widget/threshold-map/view.ts';
import type { ParameterValues } from '../../widget/parameter.ts';
import { phrases } from '../../widget/phrases.ts';
import Controls from './ThresholdMapControls.astro';
import type { StaticWidget } from './staticWidget.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

const section = declaration.id;

let cut: Promise<MapData> | undefined;
const mapData = () =>
  (cut ??= loadCatalogue().then((catalogue) =>
    selectMap(catalogue, rulebookOf(catalogue), (id) => ruledChipOf(catalogue, id)),
  ));

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const data = await mapData();
  const strings = sectionStrings(section, language);
  const say = phrases(strings, section);
  const view = (newTab: boolean) => mapView(say, data, values as MapValues, newTab);
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

export const thresholdMap: StaticWidget = {
  declaration,
  prepare,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  late: true,
};
