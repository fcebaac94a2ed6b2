import type { Condition } from '../../data/schema/condition.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { agreed } from './answer.ts';
import { meets } from './condition.ts';
import { findings, openQuestions } from './describe.ts';
import type { Answer } from './interval.ts';
import { fillLines } from './print.ts';
import type { Situation } from './situation.ts';
import type { Reason, ReviewPolicy } from './verdict.ts';

/** A way an application may be looked at, and what it hangs on; nothing where it is settled. */
export interface Review {
  readonly policy: ReviewPolicy;
  readonly text: string;
  /** Where it is open: the condition that leaves it so. */
  readonly open: { readonly when: Condition; readonly rule: RuleVersion; readonly world: Situation } | null;
  readonly turnsOn: readonly string[];
}

/** A case that was looked at. */
interface Case {
  readonly rule: RuleVersion;
  readonly record: RuleVersion['review'][number];
  readonly met: Answer;
}

export interface Reviewed {
  readonly reviews: readonly Review[];
  /** Up to the one that decides. */
  readonly cases: readonly Case[];
}

/**
 * How an application is looked at in one world: the newest rule goes first, and of a rule the first case that is met.
 * Cases that are open come along until one is met for certain.
 */
export function reviewsOf(world: Situation, rules: readonly RuleVersion[]): Reviewed {
  const reviews: Review[] = [];
  const cases: Case[] = [];
  for (const rule of [...rules].reverse())
    for (const record of rule.review) {
      const { when, policy, says, certifications } = record;
      // A case of another paragraph, destination or use has nothing to say here.
      if (meets(when, withMeasuresOpen(world), rule) === false) continue;
      const met = meets(when, world, rule);
      const text = fillLines(says, rule.lines);
      cases.push({ rule, record, met });
      if (met === false) continue;
      const certified =
        certifications.length > 0 ? ` The applicant certifies that ${certifications.join('; ')}.` : '';
      const open = met ? null : { when, rule, world };
      reviews.push({
        policy,
        text: text + certified,
        open,
        turnsOn: met ? [] : openQuestions(when, world, rule),
      });
      if (met) return { reviews, cases };
    }
  return { reviews, cases };
}

/** The cases looked at in any world, each with whether it is met in all of them. */
export function reviewReasons(situation: Situation, reviewed: readonly Reviewed[]): Reason[] {
  const all = reviewed.flatMap(({ cases }) => cases);
  const records = [...new Set(all.map(({ record }) => record))];
  return records.map((record) => {
    const mine = all.filter((one) => one.record === record);
    const { rule } = mine[0]!;
    return {
      clause: record.clause,
      rule: rule.id,
      text: `${fillLines(record.says, rule.lines)} ${findings(record.when, situation, rule)}`.trim(),
      met: mine.length < reviewed.length ? null : agreed(mine.map(({ met }) => met)),
      sources: record.sources ?? rule.sources,
    };
  });
}

/** The same case with everything open that is measured or asked of a single export. */
function withMeasuresOpen(world: Situation): Situation {
  const open = { low: 0, high: Infinity, lowOpen: false, highOpen: true };
  return {
    ...world,
    quantities: {
      tpp: open,
      density: open,
      io: open,
      dram: open,
      'dram-plus-io': open,
      'memory-density': open,
    },
    flags: { ...world.flags, 'us-sale': null, 'from-us': null },
  };
}

const policyWords: Readonly<Record<ReviewPolicy, string>> = {
  'presumption-of-denial': 'presumption of denial',
  'presumption-of-approval': 'presumption of approval',
  'case-by-case': 'case by case',
  'licence-required': 'licence required',
  undetermined: 'not established',
};

/** A policy in words. */
export const printPolicy = (policy: ReviewPolicy): string => policyWords[policy];

/**
 * One policy out of what every world says: the policy where all agree, else what it turns on.
 * @param unknown what of the chip is not known, in words.
 */
export function joinReviews(
  reviews: readonly Omit<Review, 'open'>[],
  unknown: readonly string[],
): { readonly kind: ReviewPolicy; readonly text: string } {
  const kinds = [...new Set(reviews.map(({ policy }) => policy))];
  const texts = [...new Set(reviews.map(({ text }) => text))].join(' ');
  const turnsOn = [...new Set([...reviews.flatMap((one) => one.turnsOn), ...unknown])];
  if (kinds.length === 0)
    return { kind: 'undetermined', text: 'How applications were looked at is not in this record.' };
  if (kinds.length === 1) return { kind: kinds[0]!, text: texts };
  const words = kinds.map(printPolicy).join(' or ');
  const hangs = turnsOn.length > 0 ? `It turns on ${turnsOn.join(', and ')}. ` : '';
  return { kind: 'undetermined', text: `${capital(words)}. ${hangs}${texts}` };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
