import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import { childClasses, type Basis, type Machine, type PartClass } from '../../model/hardware/machine.ts';
import type { Pair, PairedCabinet } from '../../placement/cabinet/cabinetPair.ts';
import type { Phrases } from '../phrases.ts';
import { numberOn } from '../recordedFigure.ts';
import { amountOn } from './amount.ts';
import type { RackValues } from './params.ts';
import type { Amount, Quantity, RackData } from './rackData.ts';

/** The two cabinets of a state, as they are drawn. */
export function pairOf(
  data: RackData,
  { left, right, asof }: Pick<RackValues, 'left' | 'right' | 'asof'>,
): Pair {
  const [a, b] = [left, right].map((id): PairedCabinet => {
    const { system, classId } = data.cabinets[id]!;
    const { layout } = data.systems[system]!;
    const machine = machineFromLayout(layout, (key) => numberOn(data, key, asof));
    return { machine, layout, classId };
  });
  return [a!, b!];
}

/** One class of parts in a cabinet, and how many of it the cabinet holds. */
export interface HeldClass {
  readonly cls: PartClass;
  readonly count: number;
  readonly basis: Basis;
  readonly reason: string;
}

/** Everything a cabinet holds, parents before children, with counts for the cabinet. */
export function contents({ machine, classId }: PairedCabinet): HeldClass[] {
  const within = (parent: string, times: number): HeldClass[] =>
    childClasses(machine, parent).flatMap((cls) => {
      const count = times * cls.perParent.value;
      const { basis, reason } = cls.perParent;
      return [{ cls, count, basis, reason }, ...within(cls.id, count)];
    });
  return within(classId, 1);
}

/** The class that slides out of a cabinet with the processors on it, or undefined. */
export function boardOf(machine: Machine, classId: string): PartClass | undefined {
  return childClasses(machine, classId).find((cls) =>
    childClasses(machine, cls.id).some(({ kind }) => kind === 'processor'),
  );
}

/**
 * How many times the larger amount is the smaller, as a range where either is one; null where one is not published or
 * is nothing at all, and 1 to 1 where both are the same.
 */
export function ratioOf(left: Amount, right: Amount): { low: number; high: number } | null {
  if ('unknown' in left || 'unknown' in right) return null;
  const [small, large] = left.low + left.high <= right.low + right.high ? [left, right] : [right, left];
  if (small.low === 0) return small.high === 0 && large.high === 0 ? { low: 1, high: 1 } : null;
  return { low: large.low / small.high, high: large.high / small.low };
}

/** A quantity of both cabinets, as it was known on the day asked for. */
export function amountsOf(
  say: Phrases,
  data: RackData,
  { left, right, asof }: RackValues,
  quantity: Quantity,
): readonly [Amount, Amount] {
  const amount = (id: string) => amountOn(data, id, quantity, asof, say('untold'));
  return [amount(left), amount(right)];
}
