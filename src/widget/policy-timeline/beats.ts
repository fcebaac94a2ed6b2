import { shownEvents } from './shown.ts';
import type { TimelineValues } from './params.ts';
import type { TimelineData } from './timelineData.ts';
import { beats, type Told } from './told.ts';

/**
 * The beat that a state tells: the one asked for where all its moves are on the sheet, and nothing else is brought out;
 * null for the whole sheet.
 */
export function beatOf(data: TimelineData, values: TimelineValues): Told | null {
  const beat = beats.find(({ id }) => id === values.beat);
  if (!beat || values.event || values.chip || values.rule || values.view === 'rules') return null;
  const shown = new Set(shownEvents(data, values).map(({ id }) => id));
  return beat.events.every((id) => shown.has(id)) ? beat : null;
}
