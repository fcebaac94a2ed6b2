import { isKnown } from '../../data/knowledge.ts';
import { onDay } from '../onDay.ts';
import { dayNumber, daysOf } from './days.ts';
import type { TimelineData, TimelineEvent } from './timelineData.ts';

/**
 * The events as they were known on a day: those of that day and before, each measure as it stood, and nothing that ended
 * it later. An event whose status rests on what came later has the last one that its measures had by then.
 */
export const timelineOn = onDay((data: TimelineData, asof: string): TimelineData => {
  const evidence = isKnown(data.evidence, asof) ? data.evidence : asof;
  const events = data.events
    .filter(({ date }) => daysOf(date)[1] <= dayNumber(asof))
    .map((event): TimelineEvent => {
      const measures = event.measures
        .map((states) =>
          states
            .filter(([, from]) => from <= asof)
            .map(([status, from, to]) => [status, from, to === null || to > asof ? null : to] as const),
        )
        .filter((states) => states.length > 0);
      const stood = measures
        .flat()
        .toSorted((a, b) => a[1].localeCompare(b[1]))
        .at(-1);
      return { ...event, measures, status: stood?.[0] ?? event.status, past: true };
    });
  return { ...data, evidence, events };
});
