import type { PartClass } from './part.ts';

/**
 * A group of equal units as a Markov chain: its state is how many units wait for exchange. Units fail independently at
 * one rate, and each that waits is exchanged independently. A failure in the last state stops the machine for a repair
 * and leaves the group in that state.
 */
export interface UnitGroup {
  /** Groups of this kind in the machine. */
  readonly groups: number;
  /** Last state: units that may wait at once. */
  readonly borne: number;
  /** Failures of one unit an hour. */
  readonly rate: number;
  /** Units that have not failed, of those that work and of all, by state. */
  readonly working: readonly number[];
  readonly alive: readonly number[];
  readonly switchoverHours: number;
}

/** The groups that a class of parts makes; null where no rate is known or nothing is there. */
export function unitGroup({ units, partsPerUnit, ratePerHour, redundancy }: PartClass): UnitGroup | null {
  if (ratePerHour === null || units === 0) return null;
  const { groups, spares, missing, switchoverHours } = redundancy ?? {
    groups: 1,
    spares: 0,
    missing: 0,
    switchoverHours: 0,
  };
  const needed = units / groups;
  const states = Array.from({ length: spares + missing + 1 }, (_, waiting) => waiting);
  const alive = states.map((waiting) => needed + spares - waiting);
  return {
    groups,
    borne: spares + missing,
    rate: ratePerHour * partsPerUnit,
    alive,
    working: alive.map((left) => Math.min(needed, left)),
    switchoverHours,
  };
}

/**
 * How likely each state of a group is in the long run, time counted while the machine runs. Birth and death in detailed
 * balance: of `n` units `j` wait with a weight of `C(n, j) × (rate × exchangeHours)^j`, cut off at the last state: the
 * formula of Engset (1918) for a group that turns away what it cannot take.
 */
export function waitingShares({ alive, rate }: UnitGroup, exchangeHours: number): number[] {
  const weights = [1];
  for (let waiting = 1; waiting < alive.length; waiting++)
    weights.push((weights[waiting - 1]! * alive[waiting - 1]! * rate * exchangeHours) / waiting);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
