import { unitGroup, waitingShares } from './group.ts';
import { requirePartClass, requireRepair, type PartClass, type Repair } from './part.ts';
import { yearHours } from './rate.ts';

/** What one kind of part does to a machine in a year. */
export interface ClassBudget {
  readonly id: string;
  /** Parts in the machine, spares among them. */
  readonly parts: number;
  /** Mean time until the first of them fails, hours; null where no rate is known or none can fail. */
  readonly firstFailureHours: number | null;
  /** Failures while the machine runs, by running hour. */
  readonly failuresPerHour: number;
  /** Those of them that stop the machine for a repair, and those of working units that it bears, by running hour. */
  readonly stopsPerHour: number;
  readonly bornePerHour: number;
}

/** What failures do to a machine. */
export interface FailureBudget {
  readonly classes: readonly ClassBudget[];
  /** Mean time until the first part of all fails, hours; null where none can fail. */
  readonly firstFailureHours: number | null;
  /** Share of time that the machine runs. */
  readonly availability: number;
  /** Running time from one stop, long or short, to the next, hours; null where nothing stops it. */
  readonly hoursBetweenStops: number | null;
  /** Failures, those that stop it for a repair and those it bears in a calendar year of 8,760 hours. */
  readonly failuresPerYear: number;
  readonly stopsPerYear: number;
  readonly bornePerYear: number;
  /** Hours of that year in which it stands. */
  readonly standingHoursPerYear: number;
}

/**
 * The exact answer. The machine runs and stands in turn; nothing fails, and nothing that waits is exchanged, while it
 * stands. So groups are independent in running time, each with the long-run shares of `waitingShares`, and with stops at
 * `s` an hour that take `d` hours the machine runs a share of `1 / (1 + Σ s × d)` of the time (renewal-reward theorem),
 * whatever the distribution of the stops. The first failure of independent parts with constant rates comes after
 * `1 / Σ rates`.
 * @throws RangeError as `requirePartClass` and `requireRepair`
 */
export function failureBudget(classes: readonly PartClass[], repair: Repair): FailureBudget {
  requireRepair(repair);
  classes.forEach(requirePartClass);
  const all = classes.map((one) => classBudget(one, repair));
  const sum = (of: (one: ClassBudget) => number) => all.reduce((total, one) => total + of(one), 0);
  const firstRate = sum(({ firstFailureHours }) => (firstFailureHours === null ? 0 : 1 / firstFailureHours));
  const standing = classes.reduce((total, { redundancy }, i) => {
    const { stopsPerHour, bornePerHour } = all[i]!;
    return total + stopsPerHour * repair.repairHours + bornePerHour * (redundancy?.switchoverHours ?? 0);
  }, 0);
  const availability = 1 / (1 + standing);
  const interruptions = classes.reduce((total, { redundancy }, i) => {
    const short = (redundancy?.switchoverHours ?? 0) > 0 ? all[i]!.bornePerHour : 0;
    return total + short + (repair.repairHours > 0 ? all[i]!.stopsPerHour : 0);
  }, 0);
  const runningHours = availability * yearHours;
  return {
    classes: all,
    firstFailureHours: firstRate > 0 ? 1 / firstRate : null,
    availability,
    hoursBetweenStops: interruptions > 0 ? 1 / interruptions : null,
    failuresPerYear: runningHours * sum(({ failuresPerHour }) => failuresPerHour),
    stopsPerYear: runningHours * sum(({ stopsPerHour }) => stopsPerHour),
    bornePerYear: runningHours * sum(({ bornePerHour }) => bornePerHour),
    standingHoursPerYear: yearHours - runningHours,
  };
}

function classBudget(part: PartClass, { exchangeHours }: Repair): ClassBudget {
  const { id, units, partsPerUnit, redundancy } = part;
  const parts = (units + (redundancy ? redundancy.groups * redundancy.spares : 0)) * partsPerUnit;
  const group = unitGroup(part);
  if (!group || group.rate === 0)
    return {
      id,
      parts,
      firstFailureHours: null,
      failuresPerHour: 0,
      stopsPerHour: 0,
      bornePerHour: 0,
    };
  const { groups, rate, alive, working, borne } = group;
  const shares = waitingShares(group, exchangeHours);
  const mean = (of: (state: number) => number) =>
    groups * rate * shares.reduce((total, share, state) => total + share * of(state), 0);
  return {
    id,
    parts,
    firstFailureHours: 1 / (groups * rate * alive[0]!),
    failuresPerHour: mean((state) => alive[state]!),
    stopsPerHour: mean((state) => (state === borne ? working[state]! : 0)),
    bornePerHour: mean((state) => (state < borne ? working[state]! : 0)),
  };
}
