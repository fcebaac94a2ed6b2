import { unitGroup, waitingShares, type UnitGroup } from './group.ts';
import { requirePartClass, requireRepair, type PartClass, type Repair } from './part.ts';
import { waitingTime, type Random } from './random.ts';

/** One failure in a simulated machine. */
export interface FailureEvent {
  /** Place of its kind in the list of classes. */
  readonly part: number;
  /** Running hours since the start. */
  readonly running: number;
  /** `repair`: nothing bore it; `switchover`: a spare stepped in; `borne`: the machine went on. */
  readonly effect: 'repair' | 'switchover' | 'borne';
  /** How long the machine stands for it, hours. */
  readonly standing: number;
}

/** Groups of one kind, counted by how many of their units wait. */
interface Population {
  readonly part: number;
  readonly group: UnitGroup;
  readonly counts: number[];
}

/**
 * Plays a machine failure by failure, in running time and without end: the chain of `group.ts` for every group, drawn
 * event by event (Gillespie, 1977). It starts as a machine that has run for long. Ends at once where nothing can fail.
 * @throws RangeError as `requirePartClass` and `requireRepair`
 */
export function* simulateFailures(
  classes: readonly PartClass[],
  repair: Repair,
  random: Random,
): Generator<FailureEvent, void, undefined> {
  requireRepair(repair);
  classes.forEach(requirePartClass);
  const populations = classes.flatMap((one, part): Population[] => {
    const group = unitGroup(one);
    return group && group.rate > 0 ? [{ part, group, counts: startingCounts(group, repair, random) }] : [];
  });
  if (populations.length === 0) return;
  let running = 0;
  for (;;) {
    const total = populations.reduce((sum, one) => sum + rateOf(one, repair), 0);
    running += waitingTime(random, total);
    let left = random() * total;
    const chosen = populations.find((one) => (left -= rateOf(one, repair)) < 0) ?? populations.at(-1)!;
    const failure = step(chosen, repair, random);
    if (failure) yield { part: chosen.part, running, ...failure };
  }
}

/** Each group's state drawn from the long-run shares. */
function startingCounts(group: UnitGroup, { exchangeHours }: Repair, random: Random): number[] {
  const counts = group.alive.map(() => 0);
  if (group.borne === 0) return [group.groups];
  const shares = waitingShares(group, exchangeHours);
  for (let each = 0; each < group.groups; each++) {
    let left = random();
    const state = shares.findIndex((share) => (left -= share) < 0);
    counts[state < 0 ? group.borne : state]!++;
  }
  return counts;
}

const failureRate = ({ group, counts }: Population, state: number): number =>
  counts[state]! * group.alive[state]! * group.rate;

const exchangeRate = ({ counts }: Population, state: number, { exchangeHours }: Repair): number =>
  (counts[state]! * state) / exchangeHours;

function rateOf(population: Population, repair: Repair): number {
  let rate = 0;
  for (let state = 0; state < population.counts.length; state++)
    rate += failureRate(population, state) + exchangeRate(population, state, repair);
  return rate;
}

/** A state drawn by the rate at which groups leave it. */
function drawState(population: Population, repair: Repair, random: Random): number {
  let left = random() * rateOf(population, repair);
  let last = 0;
  for (let state = 0; state < population.counts.length; state++) {
    const rate = failureRate(population, state) + exchangeRate(population, state, repair);
    if (rate === 0) continue;
    last = state;
    left -= rate;
    if (left < 0) break;
  }
  return last;
}

/** One event of a population: an exchange, which nobody notices, or a failure. */
function step(
  population: Population,
  repair: Repair,
  random: Random,
): Pick<FailureEvent, 'effect' | 'standing'> | null {
  const { group, counts } = population;
  const state = drawState(population, repair, random);
  const failure = failureRate(population, state);
  if (random() * (failure + exchangeRate(population, state, repair)) >= failure) {
    counts[state]!--;
    counts[state - 1]!++;
    return null;
  }
  if (state === group.borne) return { effect: 'repair', standing: repair.repairHours };
  const worked = random() * group.alive[state]! < group.working[state]!;
  counts[state]!--;
  counts[state + 1]!++;
  return worked && group.switchoverHours > 0
    ? { effect: 'switchover', standing: group.switchoverHours }
    : { effect: 'borne', standing: 0 };
}
