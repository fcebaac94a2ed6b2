import type { ChartTexts } from '../chart/chart.ts';
import type { Phrases } from '../phrases.ts';
import type { LiveList } from './list.ts';
import type { TimelineValues } from './params.ts';
import type { TimelineData } from './timelineData.ts';
import { drawingsOf, timelineView } from './view.ts';

/** Every text of a state in a page, where the words of the events and the sources are those of the list. */
export const liveView =
  (list: LiveList) =>
  (say: Phrases, data: TimelineData, values: TimelineValues): ChartTexts => {
    const { shown, ...view } = timelineView(say, data, values, ({ id }) => list.cells(id));
    list.show(new Set(shown.map(({ id }) => id)));
    return { ...view, sources: list.sources(), drawings: () => drawingsOf(say, data, values) };
  };
