import { formatDate } from '../../encoding/date.ts';
import type { SaidChange } from '../chart/chart.ts';
import type { Phrases } from '../phrases.ts';
import type { TimelineParameters, TimelineValues } from './params.ts';
import { shownEvents } from './shown.ts';
import type { TimelineData } from './timelineData.ts';
import { beatOf } from './beats.ts';
import { beats } from './told.ts';
import { linkedText, scaleText } from './view.ts';

/** What is said of a change: the event picked, else how many events are shown now. */
export function timelineSaid(
  say: Phrases,
  data: TimelineData,
  values: TimelineValues,
  { set }: SaidChange<TimelineParameters>,
): string {
  const shown = shownEvents(data, values);
  const count = shown.length;
  if (set.includes('beat')) {
    const beat = beatOf(data, values);
    return beat
      ? `${say(`beat.${beat.id}.title`)} ${say(`beat.${beat.id}.text`)}`
      : say('beat.none', { all: beats.length });
  }
  if (set.includes('event')) {
    const event = data.events.find(({ id }) => id === values.event);
    return event ? say('said.event', { date: formatDate(event.date), name: event.name }) : say('prompt');
  }
  if (set.includes('from')) return say('said.stretch', { stretch: scaleText(say, data, values), count });
  if (set.includes('view')) return say(`said.view.${values.view}`, { count });
  if (set.includes('actors') || set.includes('topics')) return say('said.filter', { count });
  return set.includes('chip') ? linkedText(say, data, shown, values) : '';
}
