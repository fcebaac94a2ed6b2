import { policyTimeline as drawTimeline } from '../../../figure/policy-timeline/drawing.ts';
import type { ChartView } from '../../../widget/chartView.ts';
import type { Phrases } from '../../../widget/phrases.ts';
import { cellsOf, eventRow, listHtml } from '../../../widget/policy-timeline/list.ts';
import { timelineProps } from '../../../widget/policy-timeline/drawing.ts';
import { timelineOn } from '../../../widget/policy-timeline/dated.ts';
import type { TimelineValues } from '../../../widget/policy-timeline/params.ts';
import type { TimelineEvent } from '../../../widget/policy-timeline/timelineData.ts';
import { twin } from '../../../widget/policy-timeline/twin.ts';
import type { TimelineTwin } from '../../../widget/policy-timeline/twinData.ts';
import { drawingsOf, timelineView } from '../../../widget/policy-timeline/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

function view(
  say: Phrases,
  { data, texts }: TimelineTwin,
  values: TimelineValues,
  newTab: boolean,
): ChartView {
  const known = new Map(timelineOn(data, values.asof).events.map((event) => [event.id, event]));
  const row = (event: TimelineEvent) => eventRow(say, data, known.get(event.id) ?? event, texts[event.id]!);
  const made = timelineView(say, data, values, (event) => cellsOf(row(event), newTab));
  const shown = new Set(made.shown.map(({ id }) => id));
  const cited = made.shown.flatMap(({ id }) => texts[id]!.sources);
  return {
    ...made,
    table: listHtml(say, data, shown, row, newTab).html,
    sources: [...new Map(cited.map((source) => [source.id, source])).values()].toSorted((a, b) =>
      a.label.localeCompare(b.label),
    ),
    drawings: drawingsOf(say, data, values),
  };
}

/** The texts of the events stay in the HTML: the browser reads them there. */
export const policyTimeline: StaticWidget = {
  ...chartWidget(twin, view, {
    carried: ({ data }) => data,
    draw: (say, { data }, values, frame) =>
      drawTimeline(timelineProps(say, timelineOn(data, values.asof), values), frame),
  }),
  late: true,
};
