import { momentAt, startOf } from '../../model/collective/playback/moment.ts';
import { clockLength, type Run } from './runs.ts';

/** Seconds of a reader's time in which the clock runs from beginning to end. */
export const playSeconds = 14;

/** A place on the clock as the address keeps it: percent, to a ten-thousandth. */
export const percentText = (percent: number): string =>
  String(Number(Math.max(0, Math.min(100, percent)).toFixed(4)));

/**
 * Where the clock stands after one step more, or one less: at the next beginning of a step of any machine, or at the last
 * one before. Steps closer together than the address can tell are passed over.
 */
export function steppedTo(runs: readonly Run[], percent: number, forward: boolean): number {
  const length = clockLength(runs);
  if (length === 0) return percent;
  const now = (length * percent) / 100;
  const least = length * 1e-6;
  const places = runs.flatMap(({ playback }) => {
    if (!playback || playback.seconds === 0) return [];
    const moment = momentAt(playback, now);
    const step = moment ? moment.step : playback.steps;
    // The next beginnings either way; where steps are shorter than a place of the clock, the first that is told apart.
    const found: number[] = [];
    const way = forward ? 1 : -1;
    const pace = moment && moment.stretch.seconds < least ? Math.ceil(least / moment.stretch.seconds) : 1;
    for (const at of [step, step + way, step + way * pace, step + way * (pace + 1)])
      if (at >= 0 && at <= playback.steps) found.push(startOf(playback, at));
    return found;
  });
  const wanted = places.filter((place) => (forward ? place > now + least : place < now - least));
  if (wanted.length === 0) return forward ? 100 : 0;
  return (100 * (forward ? Math.min(...wanted) : Math.max(...wanted))) / length;
}
