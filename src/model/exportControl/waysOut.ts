import type { Condition } from '../../data/schema/condition.ts';
import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { assess, rulesOn } from './assess.ts';
import { leavesOf, lineOf, named, type QuantityLeaf } from './condition.ts';
import { flagWords } from './describe.ts';
import { isExact, type Interval } from './interval.ts';
import { placeIn } from './licence.ts';
import { tppOf } from './measure.ts';
import { print, printDay } from './print.ts';
import type { Question } from './question.ts';
import { settled } from './range.ts';
import type { RuledChip } from './ruledChip.ts';
import type { Verdict } from './verdict.ts';

/** What can be changed by itself. */
export const wayInputs = [
  'tpp',
  'area',
  'io',
  'dram',
  'datacentre',
  'us-sale',
  'route',
  'destination',
  'date',
] as const;
export type WayInput = (typeof wayInputs)[number];

/** The smallest change of one input that changes the licence, the paragraph or the policy. */
export interface WayOut {
  readonly input: WayInput;
  /** `TPP below 2,400`; null where no change of this input alone does it. */
  readonly change: string | null;
  /** The question with the change made; null where there is none. */
  readonly question: Question | null;
  /** What the rules say then. */
  readonly then: Pick<Verdict, 'verdict' | 'paragraph' | 'clause' | 'licence' | 'policy'> | null;
}

interface Try {
  readonly change: string;
  readonly question: Question;
}

/**
 * For every single input the smallest change that changes the licence answer, the paragraph or the policy. Performance,
 * I/O and DRAM bandwidth are lowered, the area enlarged; the rest may turn either way.
 * @throws RangeError as `assess`.
 */
export function waysOut(rulebook: Rulebook, question: Question): WayOut[] {
  const now = assess(rulebook, question);
  const day = question.date < rulebook.evidenceUntil ? question.date : rulebook.evidenceUntil;
  const rules = rulesOn(rulebook, day);
  const tries: Record<WayInput, () => Iterable<Try>> = {
    tpp: () => lowerTpp(question, rules),
    area: () => largerArea(question, rules),
    io: () => lowerBandwidth('io', question, rules),
    dram: () => lowerBandwidth('dram', question, rules),
    datacentre: () =>
      others(question.chip.datacentre, [true, false]).map((datacentre) => ({
        change: flagWords.datacentre[datacentre ? 0 : 1],
        question: withChip(question, { datacentre }),
      })),
    'us-sale': () =>
      others(question.usSale === undefined ? question.chip.usSale : question.usSale, [true, false]).map(
        (usSale) => ({ change: flagWords['us-sale'][usSale ? 0 : 1], question: { ...question, usSale } }),
      ),
    route: () =>
      others(question.route, ['us', 'other'] as const).map((route) => ({
        change: flagWords['from-us'][route === 'us' ? 0 : 1],
        question: { ...question, route },
      })),
    destination: () => otherDestinations(rulebook, question, rules),
    date: () => otherDays(rulebook, question),
  };
  return wayInputs.map((input) => {
    for (const { change, question: changed } of tries[input]()) {
      const { verdict, paragraph, clause, licence, policy } = assess(rulebook, changed);
      if (licence === now.licence && paragraph === now.paragraph && policy?.kind === now.policy?.kind) continue;
      return { input, change, question: changed, then: { verdict, paragraph, clause, licence, policy } };
    }
    return { input, change: null, question: null, then: null };
  });
} // prettier-ignore

const withChip = (question: Question, change: Partial<RuledChip>): Question => ({
  ...question,
  chip: { ...question.chip, ...change },
});

const others = <Value>(value: Value | null, all: readonly Value[]): Value[] =>
  all.filter((one) => one !== value);

/** A step past a line: more than the twelve digits that count, less than any two lines are apart. */
const step = 1e-9;

function* lowerTpp(question: Question, rules: readonly RuleVersion[]): Iterable<Try> {
  const { chip } = question;
  const now = tppOf(chip);
  if (!now || now.high === 0) return;
  const area = chip.applicableDieAreaMm2;
  const byDensity =
    area && isExact(area) ? linesOf('density', rules).map((line) => settled(line * area.low)) : [];
  for (const { value, change } of downFrom(now.high, [...linesOf('tpp', rules), ...byDensity])) {
    const factor = value / now.high;
    const scaled = ({ low, high }: Interval): Interval => ({ low: low * factor, high: high * factor });
    yield {
      change: `TPP ${change}`,
      question: withChip(question, {
        formats: chip.formats.map((format) => ({ ...format, denseTops: scaled(format.denseTops) })),
        statedTpp: chip.statedTpp && scaled(chip.statedTpp),
      }),
    };
  }
}

function* largerArea(question: Question, rules: readonly RuleVersion[]): Iterable<Try> {
  const area = question.chip.applicableDieAreaMm2;
  const tpp = tppOf(question.chip);
  if (!area || area.low === 0 || !tpp) return;
  const least = area.low;
  const ends = linesOf('density', rules).map((line) => settled(tpp.high / line));
  const larger = (value: number): Question =>
    withChip(question, {
      applicableDieAreaMm2: { low: value, high: Math.max(value, isExact(area) ? 0 : area.high) },
    });
  for (const end of [...new Set(ends)].sort((a, b) => a - b)) {
    if (end > least)
      yield { change: `an applicable area of ${print(end)} mm² or more`, question: larger(end) };
    if (end >= least)
      yield { change: `an applicable area above ${print(end)} mm²`, question: larger(end * (1 + step)) };
  }
}

function* lowerBandwidth(
  quantity: 'io' | 'dram',
  question: Question,
  rules: readonly RuleVersion[],
): Iterable<Try> {
  const key = quantity === 'io' ? 'ioBandwidthGBs' : 'dramBandwidthGBs';
  const now = question.chip[key];
  const other = question.chip[quantity === 'io' ? 'dramBandwidthGBs' : 'ioBandwidthGBs'];
  if (!now) return;
  const together = other ? linesOf('dram-plus-io', rules).map((line) => line - other.high) : [];
  const lines = [...linesOf(quantity, rules), ...together].filter((line) => line > 0);
  for (const { value, change } of downFrom(now.high, lines))
    yield {
      change: `${quantity === 'io' ? 'I/O' : 'DRAM bandwidth'} ${change} GB/s`,
      question: withChip(question, { [key]: { low: Math.min(now.low, value), high: value } }),
    };
}

/** Values at and just below lines, from the nearest down. */
function* downFrom(now: number, lines: readonly number[]): Iterable<{ value: number; change: string }> {
  for (const line of [...new Set(lines)].sort((a, b) => b - a)) {
    if (line < now) yield { value: line, change: `of at most ${print(line)}` };
    if (line <= now) yield { value: line * (1 - step), change: `below ${print(line)}` };
  }
}

/** Every line on a quantity in what decides on paragraph, licence and policy; of "about" also its lower end. */
function linesOf(quantity: QuantityLeaf['quantity'], rules: readonly RuleVersion[]): number[] {
  return rules.flatMap((rule) => {
    const letters = rule.letters.flatMap(({ when, perhaps }) => [when, perhaps === 'always' ? undefined : perhaps]);
    const clauses = [rule.controls, rule.exclusions, rule.review].flat().map(({ when }) => when);
    return [...clauses, ...letters]
      .filter((one): one is Condition => one !== undefined)
      .flatMap((one) => leavesOf(one))
      .flatMap(({ leaf }) => {
        if (!('quantity' in leaf) || leaf.quantity !== quantity) return [];
        const { value } = lineOf(leaf, rule);
        const margin = leaf.margin === undefined ? [] : [settled(value * (1 - named(leaf.margin, rule).value / 100))];
        return [value, ...margin];
      });
  });
} // prettier-ignore

/** A country no rule names: `ZZ` belongs to none (ISO 3166-1, user-assigned). */
const elsewhere = 'ZZ';

function otherDestinations(rulebook: Rulebook, question: Question, rules: readonly RuleVersion[]): Try[] {
  const scopes = rules.flatMap(({ licence, letters }) => [...licence, ...letters]);
  const listed = [...new Set(scopes.flatMap(({ destinations }) => Object.keys(destinations)))];
  const tries = others(question.destination, listed).map((destination) => ({
    change: `to ${placeIn(rulebook, destination)}`,
    question: { ...question, destination },
  }));
  if (
    question.destination !== null &&
    question.destination !== rulebook.home &&
    !listed.includes(question.destination)
  )
    return tries;
  const where = question.parent === null ? ', for a buyer headquartered there' : '';
  return [
    ...tries,
    {
      change: `to a country no rule here names${where}`,
      question: { ...question, destination: elsewhere },
    },
  ];
}

/** The days on which something began or ended, nearest first. */
function otherDays(rulebook: Rulebook, question: Question): Try[] {
  const { date } = question;
  const starts = rulebook.rules.flatMap(({ effective_from, effective_to, licence, letters, exceptions }) => [
    effective_from,
    ...(effective_to === null ? [] : [dayFrom(effective_to, 1)]),
    ...[...licence, ...letters, ...exceptions].flatMap(({ destinations, headquarters }) => [
      ...Object.values(destinations),
      ...Object.values(headquarters),
    ]),
  ]);
  const far = (day: string): number => Math.abs(Date.parse(day) - Date.parse(date));
  return [...new Set(starts)]
    .filter((start) => start <= rulebook.evidenceUntil)
    .map((start) =>
      start > date
        ? { day: start, change: `from ${printDay(start)} on` }
        : { day: dayFrom(start, -1), change: `before ${printDay(start)}` },
    )
    .sort((a, b) => far(a.day) - far(b.day))
    .map(({ day, change }) => ({ change, question: { ...question, date: day } }));
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
