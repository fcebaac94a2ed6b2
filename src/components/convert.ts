import type { Statement } from '../data/schema/statement.ts';
import { units } from '../data/schema/unit.ts';

/**
 * The same statement in another unit of the same quantity.
 * @throws if either unit is unknown, or they measure different things
 */
export function convert(statement: Statement, unit: string): Statement {
  const from = units.get(statement.unit ?? '');
  const to = units.get(unit);
  const { value } = statement;
  if (!from || !to || from.quantity !== to.quantity) {
    throw new Error(`"${statement.unit}" in "${unit}": allowed: a unit of ${from?.quantity ?? 'a number'}`);
  }
  // Twelve digits are more than any source prints and fewer than binary fractions blur.
  const scale = (one: number): number => Number(((one * from.factor) / to.factor).toPrecision(12));
  if (typeof value === 'number') return { ...statement, value: scale(value), unit };
  if (typeof value === 'object' && 'low' in value) {
    return { ...statement, value: { low: scale(value.low), high: scale(value.high) }, unit };
  }
  throw new Error(`"${JSON.stringify(value)}" in "${unit}": allowed: a number or a range`);
}
