import type { Status } from '../../data/schema/statement.ts';
import { failureBudget, type FailureBudget } from '../../model/failure/budget.ts';
import { simulateBudget, type SimulatedBudget } from '../../model/failure/estimate.ts';
import { machineClasses } from '../../model/failure/machineClasses.ts';
import { readOwnRates } from '../../model/failure/ownRates.ts';
import type { PartClass, Repair } from '../../model/failure/part.ts';
import {
  figuresOfPart,
  publishedRate,
  type Ends,
  type PartId,
  type RateEnd,
} from '../../model/failure/partRate.ts';
import { figureOn } from '../recordedFigure.ts';
import type { FailureData } from './failureData.ts';
import { readerOn } from './known.ts';
import type { FailureValues } from './params.ts';

/** A kind of part in a state. */
export interface ReckonedPart {
  readonly id: PartId;
  /** Parts in the machine, spares among them. */
  readonly count: number;
  /** Failures of one part an hour as reckoned; null where nothing is known of it. */
  readonly rate: number | null;
  /** The rate is the reader's. */
  readonly own: boolean;
  readonly published: Ends | null;
  /** How firm the rate is; null where there is none, or the reader's. */
  readonly status: Status | null;
  /** Mean time until the first of them fails, hours; null where none can. */
  readonly firstFailureHours: number | null;
}

/** A state reckoned out. */
export interface Reckoned {
  /** Kinds that the machine has. */
  readonly parts: readonly ReckonedPart[];
  /** All parts together, and the kinds among them of which no rate is known. */
  readonly count: number;
  readonly unknown: readonly ReckonedPart[];
  /** Whether anything can fail: `never` where all rates are the reader's zeros, `unknown` where none is known. */
  readonly fails: 'sometimes' | 'never' | 'unknown';
  /** What the exact answer and the simulation were asked. */
  readonly classes: readonly PartClass[];
  readonly repair: Repair;
  readonly exact: FailureBudget;
  /** The same with the other end of published rates. */
  readonly otherEnd: FailureBudget;
}

/** Parts of the machine, their rates, and what follows exactly. */
export function reckon(data: FailureData, values: FailureValues): Reckoned {
  const { optics, spares, retry } = values;
  const read = readerOn(data, values.asof);
  const own = readOwnRates(values.fit) ?? {};
  const repair = { repairHours: values.repair / 60, exchangeHours: values.exchange };
  const classesAt = (rates: RateEnd) =>
    machineClasses(
      data.systems[values.system].parts,
      { optics, rates, own, spares, retry, switchoverHours: values.switchover / 60 },
      read,
    );
  const classes = classesAt(values.rates);
  const exact = failureBudget(classes, repair);
  const parts = exact.classes.map(({ id, parts: count, firstFailureHours }, i): ReckonedPart => {
    const part = id as PartId;
    const isOwn = own[part] !== undefined;
    const [said] = figuresOfPart(part, optics).flatMap(
      ({ key }) => figureOn(data.figures[key]!, values.asof).shown ?? [],
    );
    return {
      id: part,
      count,
      rate: classes[i]!.ratePerHour,
      own: isOwn,
      published: publishedRate(part, optics, read),
      status: isOwn ? null : (said?.status ?? null),
      firstFailureHours,
    };
  });
  return {
    parts,
    count: parts.reduce((sum, one) => sum + one.count, 0),
    unknown: parts.filter(({ rate }) => rate === null),
    fails:
      exact.firstFailureHours !== null
        ? 'sometimes'
        : parts.some(({ rate }) => rate !== null)
          ? 'never'
          : 'unknown',
    classes,
    repair,
    exact,
    otherEnd: failureBudget(classesAt(values.rates === 'low' ? 'high' : 'low'), repair),
  };
}

/** The same state by Monte Carlo; null where nothing can fail. */
export const simulated = ({ classes, repair }: Reckoned, { seed }: FailureValues): SimulatedBudget | null =>
  simulateBudget(classes, repair, seed);
