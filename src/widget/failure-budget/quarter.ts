import { randomFrom } from '../../model/failure/random.ts';
import { simulateFailures, type FailureEvent } from '../../model/failure/simulate.ts';
import type { Reckoned } from './reckon.ts';

/** Weeks that are drawn, a quarter of a year. */
export const drawnWeeks = 13;
export const weekHours = 168;

/** Most failures that a drawing holds. */
const mostDrawn = 4000;

/** A failure as it stands in the drawing. */
export interface DrawnFailure extends Pick<FailureEvent, 'part' | 'effect' | 'standing'> {
  /** Hours by the clock on the wall, standing time among them. */
  readonly hour: number;
}

/** One quarter as it might go, failure by failure. `until`: the hour up to which it is told, the whole where it fits. */
export function drawnQuarter(
  { classes, repair }: Reckoned,
  seed: number,
): { failures: DrawnFailure[]; until: number } {
  const hours = drawnWeeks * weekHours;
  const failures: DrawnFailure[] = [];
  let stood = 0;
  for (const { part, running, effect, standing } of simulateFailures(classes, repair, randomFrom(seed))) {
    const hour = running + stood;
    if (hour >= hours) break;
    if (failures.length === mostDrawn) return { failures, until: hour };
    failures.push({ part, effect, standing, hour });
    stood += standing;
  }
  return { failures, until: hours };
}
