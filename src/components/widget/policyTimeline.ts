import { loadCatalogue } from '../../data/load.ts';
import { readExportControl } from '../../data/readExportControl.ts';
import type { Language } from '../../locale/languages.ts';
import type { ParameterValues } from '../../widget/parameter.ts';
import { phrases } from '../../widget/phrases.ts';
import { cellsOf, listHtml } from '../../widget/policy-timeline/list.ts';
import { declaration, type TimelineValues } from '../../widget/policy-timeline/params.ts';
import { eventTexts, selectTimeline } from '../../widget/policy-timeline/select.ts';
import type { TimelineEvent } from '../../widget/policy-timeline/timelineData.ts';
import { drawingsOf, timelineView } from '../../widget/policy-timeline/view.ts';
import Controls from './PolicyTimelineControls.astro';
import type { StaticWidget } from './staticWidget.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

const section = declaration.id;

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const catalogue = await loadCatalogue();
  const data = selectTimeline(catalogue, readExportControl('content').evidence_until);
  const texts = eventTexts(catalogue);
  const strings = sectionStrings(section, language);
  const say = phrases(strings, section);
  const view = (newTab: boolean) => {
    const cells = (event: TimelineEvent) => cellsOf(say, data, event, texts[event.id]!, newTab);
    const made = timelineView(say, data, values as TimelineValues, cells);
    const shown = new Set(made.shown.map(({ id }) => id));
    return { ...made, table: listHtml(say, data, shown, cells).html };
  };
  const { shown, title, note, status, asOf, summary, scale } = view(false);
  const sources = shown.flatMap(({ id }) => texts[id]!.sources);
  const [poster = '', ...others] = drawingsOf(say, data, values as TimelineValues);
  return {
    title,
    note,
    status,
    asOf,
    summary,
    sources: [...new Map(sources.map((source) => [source.id, source])).values()].toSorted((a, b) =>
      a.label.localeCompare(b.label),
    ),
    scale,
    howTo: howTo(section, language),
    poster,
    narrowPoster: others.join(''),
    data,
    strings,
    view,
  };
}

export const policyTimeline: StaticWidget = {
  declaration,
  prepare,
  Controls,
  Parts: ViewParts,
  Table: ViewTable,
  late: true,
};
