import type { Condition, RuledQuantity } from '../../data/schema/condition.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf, lineOf, meets, type Leaf, type Lines } from './condition.ts';
import { printInterval, printLine } from './print.ts';
import { intervalOf } from './range.ts';
import type { Situation } from './situation.ts';

/** Names of the quantities in sentences, and their units. */
export const quantityWords: Readonly<Record<RuledQuantity, readonly [name: string, unit: string]>> = {
  tpp: ['TPP', ''],
  density: ['performance density', ''],
  io: ['I/O', ' GB/s'],
  dram: ['DRAM bandwidth', ' GB/s'],
  'dram-plus-io': ['DRAM and I/O together', ' GB/s'],
  'memory-density': ['memory bandwidth density', ' GB/s per mm²'],
};

/** What a flag says, held and not held. */
export const flagWords = {
  datacentre: ['designed or marketed for data centres', 'not designed or marketed for data centres'],
  'us-sale': ['on sale in the United States on the day named', 'not on sale in the United States on the day named'],
  'from-us': ['exported from the United States', 'exported from elsewhere'],
} as const; // prettier-ignore

export const flagQuestions = {
  datacentre: 'whether it is designed or marketed for data centres',
  'us-sale': 'whether it was on sale in the United States on the day named',
  'from-us': 'whether it is exported from the United States',
} as const;

/** What is found of all that a condition asks about: `Here: TPP 2,368, performance density 2.91.` */
export function findings(condition: Condition, situation: Situation, rule: Lines): string {
  const leaves = leavesOf(condition).map(({ leaf }) => leaf);
  const lines = (quantity: RuledQuantity) =>
    leaves.flatMap((leaf) =>
      'quantity' in leaf && leaf.quantity === quantity ? [lineOf(leaf, rule).value] : [],
    );
  const found = [...new Set(leaves.flatMap((leaf) => finding(leaf, situation, lines)))];
  return found.length === 0 ? '' : `Here: ${found.join(', ')}.`;
}

function finding(
  leaf: Leaf,
  { quantities, digits, flags }: Situation,
  lines: (quantity: RuledQuantity) => readonly number[],
): string[] {
  if ('quantity' in leaf) {
    const { quantity } = leaf;
    const [name, unit] = quantityWords[quantity];
    const interval = intervalOf(quantities[quantity]);
    if (!interval) return [`${name} not known`];
    return [`${name} ${printInterval(interval, digits[quantity], lines(quantity))}${unit}`];
  }
  if (!('flag' in leaf)) return [];
  const answer = flags[leaf.flag];
  return [
    answer === null ? `${flagQuestions[leaf.flag]} is not known` : flagWords[leaf.flag][answer ? 0 : 1],
  ];
}

/** What decides a condition that is open, in words: `DRAM bandwidth below 6,500 GB/s`. */
export function openQuestions(condition: Condition, situation: Situation, rule: RuleVersion): string[] {
  const open = leavesOf(condition).filter(({ leaf }) => meets(leaf, situation, rule) === null);
  return [...new Set(open.map(({ leaf }) => question(leaf, rule)))];
}

function question(leaf: Leaf, rule: RuleVersion): string {
  if ('flag' in leaf) return flagQuestions[leaf.flag];
  if ('chip' in leaf) return 'which chip it is';
  if ('maker_from' in leaf) return 'where its maker has its headquarters';
  return 'quantity' in leaf ? `whether ${asked(leaf, rule)}` : 'what is not known';
}

/** What a quantity is asked: `TPP is below 21,000`, `I/O is 600 GB/s or more`. */
export function asked(leaf: Extract<Leaf, { quantity: unknown }>, rule: RuleVersion): string {
  const name = quantityWords[leaf.quantity][0];
  const line = printLine(lineOf(leaf, rule));
  if (leaf.at_least !== undefined) return `${name} is ${line} or more`;
  if (leaf.at_most !== undefined) return `${name} is ${line} or less`;
  return leaf.above === undefined ? `${name} is below ${line}` : `${name} is above ${line}`;
}
