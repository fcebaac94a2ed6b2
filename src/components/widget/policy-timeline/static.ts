import { loadCatalogue } from '../../../data/load.ts';
import { readExportControl } from '../../../data/readExportControl.ts';
import type { ChartView } from '../../../widget/chartView.ts';
import type { Phrases } from '../../../widget/phrases.ts';
import { cellsOf, listHtml } from '../../../widget/policy-timeline/list.ts';
import { declaration, type TimelineValues } from '../../../widget/policy-timeline/params.ts';
import { eventTexts, selectTimeline } from '../../../widget/policy-timeline/select.ts';
import type { TimelineData, TimelineEvent } from '../../../widget/policy-timeline/timelineData.ts';
import { drawingsOf, timelineView } from '../../../widget/policy-timeline/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

/** The texts of the events stay in the HTML: the browser reads them there. */
let texts: ReturnType<typeof eventTexts>;

async function cut(): Promise<TimelineData> {
  const catalogue = await loadCatalogue();
  texts = eventTexts(catalogue);
  return selectTimeline(catalogue, readExportControl('content').evidence_until);
}

function view(say: Phrases, data: TimelineData, values: TimelineValues, newTab: boolean): ChartView {
  const cells = (event: TimelineEvent) => cellsOf(say, data, event, texts[event.id]!, newTab);
  const made = timelineView(say, data, values, cells);
  const shown = new Set(made.shown.map(({ id }) => id));
  const cited = made.shown.flatMap(({ id }) => texts[id]!.sources);
  return {
    ...made,
    table: listHtml(say, data, shown, cells).html,
    sources: [...new Map(cited.map((source) => [source.id, source])).values()].toSorted((a, b) =>
      a.label.localeCompare(b.label),
    ),
    drawings: drawingsOf(say, data, values),
  };
}

export const policyTimeline: StaticWidget = { ...chartWidget(declaration, cut, view), late: true };
