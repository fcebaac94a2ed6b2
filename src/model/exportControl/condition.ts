import type { Condition } from '../../data/schema/condition.ts';
import type { Line, RuleVersion } from '../../data/schema/exportControl.ts';
import { every, no, some } from './answer.ts';
import type { Answer } from './interval.ts';
import { above, atLeast, settled } from './range.ts';
import type { Situation } from './situation.ts';

/** A condition that asks one thing. */
export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;
export type QuantityLeaf = Extract<Leaf, { quantity: unknown }>;

export type Lines = Pick<RuleVersion, 'id' | 'lines'>;

/** Whether a situation meets a condition; null where what is known does not tell. */
export function meets(condition: Condition, situation: Situation, rule: Lines): Answer {
  if ('all' in condition) return every(condition.all.map((one) => meets(one, situation, rule)));
  if ('any' in condition) return some(condition.any.map((one) => meets(one, situation, rule)));
  if ('not' in condition) return no(meets(condition.not, situation, rule));
  return meetsLeaf(condition, situation, rule);
}

function meetsLeaf(leaf: Leaf, situation: Situation, rule: Lines): Answer {
  if ('quantity' in leaf) return reaches(leaf, situation, rule);
  if ('flag' in leaf) return situation.flags[leaf.flag];
  if ('destination' in leaf) return among(leaf.destination, situation.destination);
  if ('headquarters' in leaf) return among(leaf.headquarters, situation.headquarters);
  // A maker nobody names is taken to be at home.
  if ('maker_from' in leaf)
    return situation.makerFrom !== null && leaf.maker_from.includes(situation.makerFrom);
  if ('paragraph' in leaf)
    return situation.paragraph !== null && leaf.paragraph.includes(situation.paragraph);
  if (situation.chip === null) return leaf.unnamed === 'unknown' ? null : false;
  return leaf.chip.includes(situation.chip);
}

const among = (places: readonly string[], place: string | null): Answer =>
  place === null ? null : places.includes(place);

function reaches(leaf: QuantityLeaf, { quantities }: Situation, rule: Lines): Answer {
  const range = quantities[leaf.quantity];
  const { value } = lineOf(leaf, rule);
  if (leaf.above !== undefined) return above(range, value);
  if (leaf.at_most !== undefined) return no(above(range, value));
  if (leaf.below !== undefined) return no(atLeast(range, value));
  const reached = atLeast(range, value);
  if (reached === true || leaf.margin === undefined) return reached;
  // "About": between the line and a margin below it nobody can tell.
  const least = settled(value * (1 - named(leaf.margin, rule).value / 100));
  return atLeast(range, least) === false ? false : null;
}

/** The line that a leaf holds a quantity against. */
export function lineOf(leaf: QuantityLeaf, rule: Lines): Line {
  return named((leaf.at_least ?? leaf.above ?? leaf.below ?? leaf.at_most)!, rule);
}

/** @throws Error for a line that the rule has not. */
export function named(name: string, { id, lines }: Lines): Line {
  const line = lines[name];
  if (!line) throw new Error(`${id} has no line "${name}": allowed: ${Object.keys(lines).join(', ')}`);
  return line;
}

/** Every leaf of a condition, with whether it stands under a `not`. */
export function leavesOf(condition: Condition, negated = false): { leaf: Leaf; negated: boolean }[] {
  if ('all' in condition) return condition.all.flatMap((one) => leavesOf(one, negated));
  if ('any' in condition) return condition.any.flatMap((one) => leavesOf(one, negated));
  if ('not' in condition) return leavesOf(condition.not, !negated);
  return [{ leaf: condition, negated }];
}
