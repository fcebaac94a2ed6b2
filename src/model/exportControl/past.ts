import type { Condition } from '../../data/schema/condition.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf, lineOf, named, type QuantityLeaf } from './condition.ts';
import { isExact, unlimited, type Interval } from './interval.ts';
import { tppOf } from './measure.ts';
import { print } from './print.ts';
import type { Question } from './question.ts';
import { settled } from './range.ts';
import type { RuledChip } from './ruledChip.ts';

/** Towards fewer duties, or towards more. */
export type Way = 'weaker' | 'stronger';

/** A step past a line: more than the twelve digits that count, less than any two lines are apart. */
const step = 1e-9;

/** The same question with one thing changed, and the change in words. */
export interface Try {
  readonly change: string;
  readonly question: Question;
}

export const withChip = (question: Question, change: Partial<RuledChip>): Question => ({
  ...question,
  chip: { ...question.chip, ...change },
});

/** TPP past each line on it, or on the density of the same area. */
export function* otherTpp(question: Question, rules: readonly RuleVersion[], way: Way): Iterable<Try> {
  const { chip } = question;
  const now = tppOf(chip);
  if (!now || now.high === 0) return;
  const from = way === 'weaker' ? now.high : now.low;
  // From no upper limit there is no factor down to a line.
  if (from === 0 || from >= unlimited) return;
  const area = chip.applicableDieAreaMm2;
  const byDensity =
    area && isExact(area) ? linesOf('density', rules).map((line) => settled(line * area.low)) : [];
  for (const { value, change } of past(from, [...linesOf('tpp', rules), ...byDensity], way)) {
    // A rate without an upper limit cannot be scaled; its TPP is set instead.
    if (now.high >= unlimited) {
      const statedTpp =
        way === 'weaker' ? { low: Math.min(now.low, value), high: value } : { low: value, high: unlimited };
      yield { change: `TPP ${change}`, question: withChip(question, { formats: [], statedTpp }) };
      continue;
    }
    const factor = value / from;
    const scaled = ({ low, high }: Interval): Interval => ({
      low: low * factor,
      high: high >= unlimited ? unlimited : high * factor,
    });
    yield {
      change: `TPP ${change}`,
      question: withChip(question, {
        formats: chip.formats.map((format) => ({ ...format, denseTops: scaled(format.denseTops) })),
        statedTpp: chip.statedTpp && scaled(chip.statedTpp),
      }),
    };
  }
}

/** More area makes a chip less dense, so weaker. */
export function* otherArea(question: Question, rules: readonly RuleVersion[], way: Way): Iterable<Try> {
  const area = question.chip.applicableDieAreaMm2;
  const tpp = tppOf(question.chip);
  if (!area || area.low === 0 || !tpp) return;
  const larger = way === 'weaker';
  const from = larger ? area.low : area.high;
  const ends = linesOf('density', rules).map((line) => settled((larger ? tpp.high : tpp.low) / line));
  const unlessExact = (end: number) => (isExact(area) ? null : end);
  for (const { value, change } of past(
    from,
    ends.filter((end) => end > 0),
    larger ? 'stronger' : 'weaker',
  ))
    yield {
      change: `an applicable area ${change} mm²`,
      question: withChip(question, {
        applicableDieAreaMm2: larger
          ? { low: value, high: Math.max(value, unlessExact(area.high) ?? value) }
          : { low: Math.min(value, unlessExact(area.low) ?? value), high: value },
      }),
    };
}

export function* otherBandwidth(
  quantity: 'io' | 'dram',
  question: Question,
  rules: readonly RuleVersion[],
  way: Way,
): Iterable<Try> {
  const key = quantity === 'io' ? 'ioBandwidthGBs' : 'dramBandwidthGBs';
  const now = question.chip[key];
  const other = question.chip[quantity === 'io' ? 'dramBandwidthGBs' : 'ioBandwidthGBs'];
  if (!now) return;
  const weaker = way === 'weaker';
  const beside = other && (weaker ? other.high : other.low);
  const together = beside === null ? [] : linesOf('dram-plus-io', rules).map((line) => line - beside);
  const lines = [...linesOf(quantity, rules), ...together].filter((line) => line > 0);
  for (const { value, change } of past(weaker ? now.high : now.low, lines, way))
    yield {
      change: `${quantity === 'io' ? 'I/O' : 'DRAM bandwidth'} ${change} GB/s`,
      question: withChip(question, {
        [key]: weaker
          ? { low: Math.min(now.low, value), high: value }
          : { low: value, high: Math.max(now.high, value) },
      }),
    };
}

/** Values at and just past lines, from the nearest on: down where a chip is to be weaker, up where stronger. */
function* past(now: number, lines: readonly number[], way: Way): Iterable<{ value: number; change: string }> {
  const sign = way === 'weaker' ? -1 : 1;
  for (const line of [...new Set(lines)].sort((a, b) => sign * (a - b))) {
    const shown = print(beyond(line, sign));
    if (sign * (line - now) > 0)
      yield { value: line, change: sign < 0 ? `of at most ${shown}` : `of at least ${shown}` };
    if (sign * (line - now) >= 0)
      yield { value: line * (1 + sign * step), change: `${sign < 0 ? 'below' : 'above'} ${shown}` };
  }
}

/** A computed line in four digits, rounded to the side on which the change still does what it says. */
function beyond(line: number, sign: number): number {
  const unit = 10 ** (Math.floor(Math.log10(line)) - 3);
  const steps = settled(line / unit);
  return settled((sign < 0 ? Math.floor(steps) : Math.ceil(steps)) * unit);
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
