import type { SaidChange } from '../chart/chart.ts';
import type { Phrases } from '../phrases.ts';
import { dayText } from './dayText.ts';
import { mapState } from './drawing.ts';
import type { MapData } from './mapData.ts';
import type { MapParameters, MapValues } from './params.ts';
import { ownText } from './parts.ts';

/** What is said of a change: what the day brings, or what the rules say of the reader's own chip. */
export function mapSaid(
  say: Phrases,
  data: MapData,
  values: MapValues,
  { rested, set }: SaidChange<MapParameters>,
): string {
  if (set.length === 0) return '';
  const state = mapState(say, data, values);
  const ofDay = set.includes('date') || set.includes('chips');
  return ofDay ? dayText(say, mapState(say, data, rested), state) : ownText(say, state);
}
