import type { Condition } from '../../data/schema/condition.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf, meets, type Leaf } from '../../model/exportControl/condition.ts';
import type { Answer } from '../../model/exportControl/interval.ts';
import { situationOf, type Situation } from '../../model/exportControl/situation.ts';
import type { Asked } from './asked.ts';
import type { CheckData } from './checkData.ts';

export type ClauseKind = 'control' | 'exclusion' | 'destination' | 'letter' | 'window';

/** One thing that a clause asks, or asks the contrary of. */
export interface Asking {
  readonly leaf: Leaf;
  readonly negated: boolean;
  /** What may count where the letter itself does not say it. */
  readonly perhaps?: true;
}

/** A clause of the rulebook as a gate draws it. */
export interface AskedClause {
  readonly kind: ClauseKind;
  readonly rule: RuleVersion;
  readonly asks: readonly Asking[];
  readonly joint: 'and' | 'or';
}

/** The case of one day in the terms of conditions, with the paragraph that was found. */
export function situationIn(data: CheckData, { question, verdict }: Asked): Situation {
  return { ...situationOf(data.rulebook, question), paragraph: verdict.paragraph };
}

/** Whether one thing asked is so. */
export function answerTo({ leaf, negated }: Asking, situation: Situation, rule: RuleVersion): Answer {
  const answer = meets(leaf, situation, rule);
  return answer === null ? null : answer !== negated;
}

/** Finds the clause behind a reason; null for what is no gate: guidance, dates, duties, review without a window. */
export function clauseOf({ rulebook }: CheckData, id: string, name: string): AskedClause | null {
  const rule = rulebook.rules.find((one) => one.id === id);
  if (!rule) return null;
  const named = <T extends { clause: string }>(all: readonly T[]) =>
    all.find(({ clause }) => clause === name);
  const control = named(rule.controls);
  if (control) return gate('control', rule, control.when);
  const exclusion = named(rule.exclusions);
  if (exclusion) return gate('exclusion', rule, exclusion.when);
  const letter = named(rule.letters);
  if (letter) {
    const { when, perhaps } = letter;
    const asks = when ? leavesOf(when) : [];
    const open = perhaps === undefined || perhaps === 'always' ? [] : leavesOf(perhaps);
    return {
      kind: 'letter',
      rule,
      asks: [...asks, ...open.map((one) => ({ ...one, perhaps: true as const }))],
      joint: when && 'all' in when ? 'and' : 'or',
    };
  }
  const licence = named(rule.licence);
  if (licence) return gate('destination', rule, { destination: Object.keys(licence.destinations) });
  const review = named(rule.review);
  const asked = review && leavesOf(review.when);
  if (asked?.some(({ leaf }) => 'quantity' in leaf)) return gate('window', rule, review!.when);
  return null;
}

function gate(kind: ClauseKind, rule: RuleVersion, when: Condition): AskedClause {
  const all = leavesOf(when).map(({ leaf, negated }) => ({ leaf, negated }));
  // A window is of chips on the list and of its destinations; what it asks beyond that is drawn.
  const asks = kind === 'window' ? all.filter(({ leaf }) => 'quantity' in leaf || 'flag' in leaf) : all;
  return {
    kind,
    rule,
    asks: [...new Map(asks.map((one) => [JSON.stringify(one), one])).values()],
    joint: 'any' in when ? 'or' : 'and',
  };
}
