import { requireInteger, requirePositive } from '../topology/range.ts';

/** Parts of one kind in a machine, each of which fails at a constant rate whatever its age. */
export interface PartClass {
  readonly id: string;
  /** Units that the machine is made of, spares left out. */
  readonly units: number;
  /** Parts that make a unit and take it with them when they fail: the two modules of an optical cable. */
  readonly partsPerUnit: number;
  /** Failures of one part an hour; null where no rate is known: such parts are listed and never fail. */
  readonly ratePerHour: number | null;
  /** What the machine can bear; null: every failure stops it until it is repaired. */
  readonly redundancy: Redundancy | null;
}

/** Equal groups of units, each of which bears a few failures at once. */
export interface Redundancy {
  readonly groups: number;
  /** Units that a group has beyond those that work: hot spares, which fail at the same rate. */
  readonly spares: number;
  /** Working units that a group can do without: the others carry their load. */
  readonly missing: number;
  /** How long the machine stands when a working unit fails and the group bears it, hours: a spare steps in, or nothing at all. */
  readonly switchoverHours: number;
}

/** How long repairs take. */
export interface Repair {
  /** How long the machine stands for a failure that nothing bears, hours. */
  readonly repairHours: number;
  /** How long a failed unit that the group bears waits until it is exchanged, mean, hours. */
  readonly exchangeHours: number;
}

/** Most units of one kind, and the highest rate of one part, an hour. */
export const mostUnits = 100_000_000;
export const mostRate = 1;

/**
 * Checks a class of parts.
 * @throws RangeError naming the class, the argument, its value and what is allowed
 */
export function requirePartClass({ id, units, partsPerUnit, ratePerHour, redundancy }: PartClass): void {
  requireInteger(`${id}: count`, units, 0, mostUnits);
  requireInteger(`${id}: parts of a unit`, partsPerUnit, 1, 64);
  if (ratePerHour !== null && requirePositive(`${id}: failures an hour`, ratePerHour, true) > mostRate)
    throw new RangeError(
      `${id}: failures an hour is ${String(ratePerHour)}: allowed are numbers from 0 to ${String(mostRate)}`,
    );
  if (!redundancy) return;
  const { groups, spares, missing, switchoverHours } = redundancy;
  requireInteger(`${id}: groups`, groups, 1, Math.max(1, units));
  if (units % groups !== 0)
    throw new RangeError(
      `${id}: groups is ${String(groups)}: allowed are numbers that divide ${String(units)}`,
    );
  requireInteger(`${id}: spares of a group`, spares, 0, 64);
  requireInteger(`${id}: units that may be missing`, missing, 0, Math.max(0, units / groups - 1));
  requirePositive(`${id}: hours of a switch-over`, switchoverHours, true);
}

/** Checks how long repairs take. @throws RangeError naming the argument, its value and what is allowed */
export function requireRepair({ repairHours, exchangeHours }: Repair): void {
  requirePositive('hours of a repair', repairHours, true);
  requirePositive('hours until an exchange', exchangeHours);
}
