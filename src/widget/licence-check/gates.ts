import { formatNumber, withUnit } from '../../encoding/format.ts';
import type {
  ChainCell,
  ChainGate,
  ChainOutcome,
  ChainRow,
  ChainState,
} from '../../figure/licence-check/chainProps.ts';
import { lineOf } from '../../model/exportControl/condition.ts';
import { unlimited } from '../../model/exportControl/interval.ts';
import type { Situation } from '../../model/exportControl/situation.ts';
import type { Answer } from '../../model/exportControl/interval.ts';
import type { Phrases } from '../phrases.ts';
import type { Asked } from './asked.ts';
import type { CheckData } from './checkData.ts';
import {
  answerTo,
  clauseOf,
  situationIn,
  type AskedClause,
  type Asking,
  type ClauseKind,
} from './clauses.ts';
import { distanceText } from './distance.ts';

/** What a gate does to the chip, and in which word, by its kind and by whether what its clause asks is met. */
function outcomeOf(say: Phrases, kind: ClauseKind, met: Answer, before: ChainState): ChainOutcome {
  const text = say(`outcome.${kind}.${String(met)}`);
  if (met === null) return { text, gate: 'unknown', after: before === 'held' ? 'held' : 'unknown' };
  switch (kind) {
    case 'control':
    case 'letter':
      return { text, gate: met ? 'held' : 'free', after: met ? 'held' : before };
    case 'exclusion':
      return { text, gate: met ? 'free' : 'held', after: met ? 'free' : before };
    case 'destination':
      if (!met) return { text, gate: 'free', after: 'free' };
      return {
        text,
        gate: before === 'unknown' ? 'unknown' : 'held',
        after: before === 'unknown' ? 'unknown' : 'held',
      };
    // Inside the window an application is looked at; a licence is needed either way.
    case 'window':
      return { text, gate: met ? 'free' : 'held', after: before };
  }
}

/** With its first letter as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A gate as it is drawn, each row with the name of what it asks about. */
export interface Gate extends ChainGate {
  readonly rows: readonly (ChainRow & { readonly what: string })[];
}

interface Step {
  readonly key: string;
  readonly title: string;
  readonly met: Answer;
  readonly clause: AskedClause;
}

/** The gates of one day or two, in the order in which they are asked; both days share the rows they have in common. */
export function gatesOf(say: Phrases, data: CheckData, asked: readonly Asked[]): Gate[] {
  const columns = asked.map((one) => stepsOf(data, one));
  const situations = asked.map((one) => situationIn(data, one));
  const states: ChainState[] = columns.map(() => 'free');
  return mergeOrder(columns.map((column) => column.map(({ key }) => key))).map((key): Gate => {
    const found = columns.map((column) => column.find((one) => one.key === key) ?? null);
    const { clause, title } = found.find((one) => one !== null)!;
    const asks = clause.asks.filter((asking) =>
      found.some((one, c) => one && isDrawn(one, asking, situations[c]!)),
    );
    return {
      id: key,
      title: clause.kind === 'destination' ? say('gate.destination') : capital(title),
      joint: say(`word.${clause.joint}`),
      rows: asks.map((asking, i) => ({
        id: `${key} ${i}`,
        what: say(
          'quantity' in asking.leaf
            ? `quantity.${asking.leaf.quantity}`
            : 'flag' in asking.leaf
              ? `ask.${asking.leaf.flag}`
              : 'ask.place',
        ),
        label: askText(say, clause, asking),
        side: sideOf(asking),
        cells: found.map((one, c) => one && cellOf(say, one, asking, situations[c]!)),
      })),
      outcomes: found.map((one, c) => {
        if (!one) return null;
        const outcome = outcomeOf(say, clause.kind, one.met, states[c]!);
        states[c] = outcome.after;
        return outcome;
      }),
    };
  });
}

/** What one day asks that can hold a chip or let it go, up to the clause of the list that settles it. */
function stepsOf(data: CheckData, { verdict }: Asked): Step[] {
  const steps = new Map<string, Step>();
  let settled = false;
  for (const { rule, clause: title, met } of verdict.reasons) {
    const key = `${rule} ${title}`;
    const clause = clauseOf(data, rule, title);
    if (!clause || steps.has(key)) continue;
    const listed = clause.kind === 'control' || clause.kind === 'exclusion';
    // What leaves a chip out is a gate where it might; a chip for data centres never comes to it.
    if (listed && (settled || (clause.kind === 'exclusion' && met === false))) continue;
    steps.set(key, { key, title, met, clause });
    if (listed && met) settled = true;
  }
  return [...steps.values()];
}

/** Keys of both days in one order: what the second alone asks stands before what it shares next, else at the end. */
export function mergeOrder(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  for (const list of lists)
    list.forEach((key, i) => {
      if (merged.includes(key)) return;
      const next = list.slice(i + 1).find((one) => merged.includes(one));
      merged.splice(next === undefined ? merged.length : merged.indexOf(next), 0, key);
    });
  return merged;
}

/**
 * The upper end of a range stands in the clause’s words and is drawn where it decides; so is what a letter may mean
 * beyond what it says.
 */
function isDrawn({ clause, met }: Step, asking: Asking, situation: Situation): boolean {
  const { leaf } = asking;
  if (asking.perhaps && met) return false;
  if (!('quantity' in leaf) || leaf.below === undefined) return true;
  const ranged = clause.asks.some(
    (other) =>
      'quantity' in other.leaf && other.leaf.quantity === leaf.quantity && other.leaf.at_least !== undefined,
  );
  return !ranged || answerTo(asking, situation, clause.rule) !== true;
}

function sideOf({ leaf, negated }: Asking): ChainRow['side'] {
  if (!('quantity' in leaf)) return null;
  return (leaf.at_least !== undefined || leaf.above !== undefined) !== negated ? 'above' : 'below';
}

function cellOf(say: Phrases, { clause, met: whole }: Step, asking: Asking, situation: Situation): ChainCell {
  const { leaf } = asking;
  const met = clause.kind === 'destination' ? whole : answerTo(asking, situation, clause.rule);
  if (!('quantity' in leaf))
    return { met, text: say(met === null ? 'word.unknown' : met ? 'word.yes' : 'word.no') };
  const { low, high } = situation.quantities[leaf.quantity];
  const { value: line } = lineOf(leaf, clause.rule);
  if (low === 0 && high === Infinity) return { ratio: null, met, text: say('word.unknown') };
  const value = { low, high: Math.min(high, unlimited) };
  return { ratio: { low: low / line, high: high / line }, met, text: distanceText(say, value, line) };
}

/** What is asked, in words: `TPP 4,800 or more`, `not for data centres`. */
function askText(say: Phrases, clause: AskedClause, { leaf, negated }: Asking): string {
  const places = (codes: readonly string[]) => codes.map((code) => say(`country.${code}`)).join(', ');
  const plain = () => {
    if ('quantity' in leaf) {
      const operator = (['at_least', 'above', 'below', 'at_most'] as const).find(
        (one) => leaf[one] !== undefined,
      )!;
      const { value, unit } = lineOf(leaf, clause.rule);
      const line = unit === 'GB/s' ? withUnit(formatNumber(value), unit) : formatNumber(value);
      return say(`ask.${operator}`, { quantity: say(`quantity.${leaf.quantity}`), line });
    }
    if ('flag' in leaf) return say(`ask.${leaf.flag}`);
    if (clause.kind === 'destination') return say('ask.place');
    if ('destination' in leaf) return say('ask.destination', { places: places(leaf.destination) });
    if ('headquarters' in leaf) return say('ask.headquarters', { places: places(leaf.headquarters) });
    if ('maker_from' in leaf) return say('ask.maker_from', { places: places(leaf.maker_from) });
    if ('paragraph' in leaf) return say('ask.paragraph', { paragraphs: leaf.paragraph.join(', ') });
    return say('ask.chip');
  };
  return negated ? say('ask.not', { ask: plain() }) : plain();
}
