import type { TimelineValues } from './params.ts';
import { shownEvents, walkedEvents } from './shown.ts';
import type { TimelineData, TimelineEvent } from './timelineData.ts';

/** Where the walk through the events stands, from 0; -1 where none of them is picked. */
export const walkPlace = (walked: readonly TimelineEvent[], { event }: TimelineValues): number =>
  walked.findIndex(({ id }) => id === event);

/** The event at a place of the walk; none before its first. */
export const eventAt = (
  data: TimelineData,
  values: TimelineValues,
  place: number,
): TimelineEvent | undefined => walkedEvents(shownEvents(data, values), values)[place];

/** The event one step on or back; from one that is not walked through, the next of those in time. */
export function stepTo(data: TimelineData, values: TimelineValues, step: 1 | -1): TimelineEvent | undefined {
  const walked = walkedEvents(shownEvents(data, values), values);
  const at = walkPlace(walked, values);
  if (at >= 0) return walked[at + step];
  const order = data.events.map(({ id }) => id);
  const here = order.indexOf(values.event);
  return step > 0
    ? walked.find(({ id }) => order.indexOf(id) > here)
    : walked.findLast(({ id }) => order.indexOf(id) < here);
}
