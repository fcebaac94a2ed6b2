import type { ChartTexts } from '../chart/chart.ts';
import type { Phrases } from '../phrases.ts';
import { standsOn, type LiveList } from './list.ts';
import type { TimelineValues } from './params.ts';
import type { TimelineData } from './timelineData.ts';
import { drawingsOf, timelineView } from './view.ts';

/** Every text of a state in a page, where the words of the events and the sources are those of the list. */
export const liveView =
  (list: LiveList) =>
  (say: Phrases, data: TimelineData, values: TimelineValues): ChartTexts => {
    const { shown, ...view } = timelineView(say, data, values, (event) => ({
      ...list.cells(event.id),
      ...(event.past && { stands: say(`status.${event.status}`) }),
    }));
    list.show(new Set(shown.map(({ id }) => id)), standsOn(say, shown));
    return { ...view, sources: list.sources(), drawings: () => drawingsOf(say, data, values) };
  };
