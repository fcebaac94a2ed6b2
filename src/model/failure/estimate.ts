import { failureBudget } from './budget.ts';
import { unitGroup } from './group.ts';
import type { PartClass, Repair } from './part.ts';
import { randomFrom } from './random.ts';
import { yearHours } from './rate.ts';
import { simulateFailures } from './simulate.ts';

/** A simulated number: what is so lies within `error` of it, but for one estimate in some five thousand. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** What a simulation found. */
export interface SimulatedBudget {
  /** Calendar years that were played, standing time with them. */
  readonly years: number;
  readonly failures: number;
  readonly availability: Estimate;
  readonly failuresPerYear: Estimate;
  readonly stopsPerYear: Estimate;
}

const histories = 64;
/** Standard errors that an estimate is given as its error. */
const deviations = 4;
/** −ln 0.0002: what comes this often on average stays away as seldom as an estimate misses by four standard errors. */
const unseen = 8.5;

/**
 * The same machine by Monte Carlo: 64 histories of equal running time, long enough for `events` failures in
 * all. Errors are four standard errors over the histories; where groups bear failures, stops may be too rare to be seen,
 * so a few unseen ones are added. Null where nothing can fail.
 * @param seed a whole number; the same seed gives the same answer
 * @throws RangeError as `failureBudget`
 */
export function simulateBudget(
  classes: readonly PartClass[],
  repair: Repair,
  seed: number,
  events = 40_000,
): SimulatedBudget | null {
  const exact = failureBudget(classes, repair);
  const failuresPerHour = exact.classes.reduce((sum, one) => sum + one.failuresPerHour, 0);
  if (failuresPerHour === 0) return null;
  const random = randomFrom(seed);
  const hours = events / histories / failuresPerHour;
  const standing = new Float64Array(histories);
  const failures = new Float64Array(histories);
  const stops = new Float64Array(histories);
  for (let history = 0; history < histories; history++)
    for (const event of simulateFailures(classes, repair, random)) {
      if (event.running > hours) break;
      failures[history]!++;
      standing[history]! += event.standing;
      if (event.effect === 'repair') stops[history]!++;
    }
  // By running hour.
  const [down, failed, stopped] = [standing, failures, stops].map((counts) => mean(counts) / hours) as [
    number,
    number,
    number,
  ];
  const availability = 1 / (1 + down);
  const rare =
    classes.filter((one) => (unitGroup(one)?.borne ?? 0) > 0).length * (unseen / (histories * hours));
  /** Of counts by running hour, turned into counts by calendar year: standing time goes with them. */
  const yearly = (counts: Float64Array, byHour: number, missed: number): Estimate => {
    const residues = counts.map(
      (count, history) => count / hours - byHour * availability * (1 + standing[history]! / hours),
    );
    const spread = deviations * standardError(residues) + missed + byHour * availability * missed;
    return { value: byHour * availability * yearHours, error: spread * availability * yearHours };
  };
  return {
    years: (histories * hours) / availability / yearHours,
    failures: failures.reduce((a, b) => a + b, 0),
    availability: {
      value: availability,
      error: availability ** 2 * (deviations * (standardError(standing) / hours) + rare * repair.repairHours),
    },
    failuresPerYear: yearly(failures, failed, 0),
    stopsPerYear: yearly(stops, stopped, rare),
  };
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Standard error of the mean. */
function standardError(values: Float64Array): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
