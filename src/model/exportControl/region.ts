import type { RuledQuantity } from '../../data/schema/condition.ts';
import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { rulesOn } from './assess.ts';
import { leavesOf, lineOf, type Leaf } from './condition.ts';
import { listedWorld } from './controlList.ts';
import { flagWords, quantityWords } from './describe.ts';
import { unlimited, type Interval } from './interval.ts';
import { print } from './print.ts';
import type { Range } from './range.ts';
import type { Situation } from './situation.ts';
import { validateDay } from './validate.ts';
import type { Region } from './verdict.ts';

/** Something beside performance and density that clauses ask, set to one of its possibilities. */
interface Setting {
  readonly words: string;
  readonly set: (situation: Situation) => Situation;
}

const open: Range = { low: 0, high: Infinity, lowOpen: false, highOpen: true };

/**
 * The plane of TPP and performance density on a day, as rectangles that do not overlap: each with the clause that
 * controls a chip there, and what else must then be met. What no rectangle covers is not controlled. A side without
 * end is `unlimited`.
 * @param date a day, `YYYY-MM-DD`; after the evidence, the last state known.
 * @throws RangeError for a date that is no day.
 */
export function regionsOn(rulebook: Rulebook, date: string): Region[] {
  validateDay(date);
  const rules = rulesOn(rulebook, date < rulebook.evidenceUntil ? date : rulebook.evidenceUntil);
  const leaves = rules.flatMap((rule) =>
    [...rule.controls.filter(({ item }) => item === 'processor'), ...rule.exclusions].flatMap(({ when }) =>
      leavesOf(when).map(({ leaf }) => ({ leaf, rule })),
    ),
  );
  const tppSteps = steps(linesOf('tpp', leaves));
  const densitySteps = steps(linesOf('density', leaves));
  const settings = combinations(besides(leaves));

  const regions: Region[] = [];
  for (const tpp of tppSteps) {
    const row: Region[] = [];
    for (const density of densitySteps)
      for (const found of controlledIn(tpp, density, settings, rules)) {
        const before = row.find((one) => alike(one, found) && one.performanceDensity.high === density.low);
        if (before) row[row.indexOf(before)] = { ...before, performanceDensity: joined(before.performanceDensity, density) };
        else row.push({ ...found, tpp: sides(tpp), performanceDensity: sides(density) });
      }
    for (const one of row) {
      const before = regions.find(
        (other) => alike(other, one) && same(other.performanceDensity, one.performanceDensity) && other.tpp.high === one.tpp.low,
      );
      if (before) regions[regions.indexOf(before)] = { ...before, tpp: { low: before.tpp.low, high: one.tpp.high } };
      else regions.push(one);
    }
  }
  return regions;
} // prettier-ignore

type Found = Pick<Region, 'clause' | 'paragraph' | 'rule' | 'beside'>;

/** Every clause that controls a chip of one cell, with what it takes beside. */
function controlledIn(
  tpp: Range,
  density: Range,
  settings: readonly (readonly Setting[])[],
  rules: readonly RuleVersion[],
): Found[] {
  const found = new Map<string, { paragraph: string; rule: string; settings: (readonly Setting[])[] }>();
  for (const setting of settings) {
    const cell = setting.reduce((situation, { set }) => set(situation), blank(tpp, density));
    const { clause, situation, rule } = listedWorld(cell, rules);
    if (clause === null) continue;
    const entry = found.get(clause) ?? { paragraph: situation.paragraph!, rule: rule!, settings: [] };
    entry.settings.push(setting);
    found.set(clause, entry);
  }
  return [...found].map(([clause, { paragraph, rule, settings: met }]) => ({
    clause,
    paragraph,
    rule,
    beside: met.length === settings.length ? null : besideWords(met, settings),
  }));
}

/** What the settings that meet a clause have in common, in words. */
function besideWords(
  met: readonly (readonly Setting[])[],
  all: readonly (readonly Setting[])[],
): string {
  const parts = all[0]!.flatMap((_, index) => {
    const words = [...new Set(met.map((setting) => setting[index]!.words))];
    const possible = new Set(all.map((setting) => setting[index]!.words));
    return words.length === possible.size ? [] : [words.join(' or ')];
  });
  return parts.join(', ');
} // prettier-ignore

/** The possibilities of every flag and other quantity that clauses ask about. */
function besides(leaves: readonly { leaf: Leaf; rule: RuleVersion }[]): Setting[][] {
  const groups: Setting[][] = [];
  for (const flag of ['datacentre', 'us-sale', 'from-us'] as const)
    if (leaves.some(({ leaf }) => 'flag' in leaf && leaf.flag === flag))
      groups.push(
        [true, false].map((value) => ({
          words: flagWords[flag][value ? 0 : 1],
          set: (situation) => ({ ...situation, flags: { ...situation.flags, [flag]: value } }),
        })),
      );
  for (const quantity of ['io', 'dram', 'dram-plus-io'] as const) {
    const pieces = steps(linesOf(quantity, leaves));
    if (pieces.length > 1)
      groups.push(
        pieces.map((range) => ({
          words: amountWords(quantity, range),
          set: (situation) => ({
            ...situation,
            quantities: { ...situation.quantities, [quantity]: range },
          }),
        })),
      );
  }
  return groups;
}

function amountWords(quantity: RuledQuantity, { low, high }: Range): string {
  const [name, unit] = quantityWords[quantity];
  const line = (value: number) => `${print(value)}${unit}`;
  if (low === 0) return `${name} below ${line(high)}`;
  return high === Infinity ? `${name} of ${line(low)} or more` : `${name} from ${line(low)} to ${line(high)}`;
}

function combinations(groups: readonly (readonly Setting[])[]): Setting[][] {
  return groups.reduce<Setting[][]>(
    (all, group) => all.flatMap((one) => group.map((setting) => [...one, setting])),
    [[]],
  );
}

function linesOf(quantity: RuledQuantity, leaves: readonly { leaf: Leaf; rule: RuleVersion }[]): number[] {
  const values = leaves.flatMap(({ leaf, rule }) =>
    'quantity' in leaf && leaf.quantity === quantity ? [lineOf(leaf, rule).value] : [],
  );
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The stretches between lines, each with its lower line and without its upper one. */
function steps(lines: readonly number[]): Range[] {
  return [0, ...lines].map((low, index) => ({
    low,
    high: lines[index] ?? Infinity,
    lowOpen: false,
    highOpen: true,
  }));
}

function blank(tpp: Range, density: Range): Situation {
  return {
    quantities: { tpp, density, io: open, dram: open, 'dram-plus-io': open, 'memory-density': open },
    digits: { tpp: 1, density: 12, io: 12, dram: 12, 'dram-plus-io': 12, 'memory-density': 12 },
    flags: { datacentre: null, 'us-sale': null, 'from-us': null },
    destination: '',
    headquarters: '',
    chip: null,
    maker: null,
    makerFrom: null,
    item: 'processor',
    paragraph: null,
  };
}

const sides = ({ low, high }: Range): Interval => ({ low, high: high === Infinity ? unlimited : high });
const joined = ({ low }: Interval, next: Range): Interval => ({ low, high: sides(next).high });
const same = (one: Interval, other: Interval): boolean => one.low === other.low && one.high === other.high;
const alike = (one: Found, other: Found): boolean =>
  one.clause === other.clause && one.beside === other.beside;
