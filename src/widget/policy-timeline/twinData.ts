import type { EventText, TimelineData } from './timelineData.ts';

/** The slice of the page, with the texts that the page keeps in its list. */
export interface TimelineTwin {
  readonly data: TimelineData;
  readonly texts: Readonly<Record<string, EventText>>;
}
