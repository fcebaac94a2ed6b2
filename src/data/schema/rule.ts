import { z } from 'zod';
import { condition, country } from './condition.ts';
import { partialDate } from './date.ts';
import { conflict, statement, statuses } from './statement.ts';

const text = z.string().min(1);
const day = partialDate.refine((date) => date.length === 10, 'is not a whole day: allowed: "2023-11-17"');
/** Sources of the part alone, where they are not those of the whole rule. */
const sources = z.array(text).min(1).optional();

/**
 * Where a duty reaches, by country and the first day: where a thing goes, or where the buyer's ultimate parent has its
 * headquarters. `elsewhere` says whether any other country is known to be outside, or nobody has listed it here.
 */
const scope = {
  destinations: z.record(country, day).default({}),
  headquarters: z.record(country, day).default({}),
  /** Neither as destination nor as headquarters. */
  never: z.array(country).default([]),
  elsewhere: z.enum(['no', 'unknown']).default('no'),
};

/**
 * A sentence of what a clause asks. `{line}` stands for a line of the rule with its unit, so that no number is written
 * twice.
 */
const says = text;

/** How an application is looked at. */
export const reviewPolicies = [
  'presumption-of-denial',
  'presumption-of-approval',
  'case-by-case',
  'licence-required',
  'undetermined',
] as const;

/** A clause of the control list: what it catches, and under which paragraph. The first that is met counts. */
const control = z.strictObject({
  clause: text,
  paragraph: text,
  item: z.enum(['processor', 'memory']),
  says,
  when: condition,
  sources,
});

/** What takes a chip out of paragraphs that would catch it. */
const exclusion = z.strictObject({
  clause: text,
  paragraphs: z.array(text).min(1),
  says,
  when: condition,
  sources,
});

const licence = z.strictObject({
  clause: text,
  paragraphs: z.array(text).min(1),
  says,
  ...scope,
  from: day.optional(),
  sources,
});

/** A case of the review of applications; of the rules of a day the newest goes first, and of a rule the first that is met. */
const review = z.strictObject({
  clause: text,
  when: condition,
  policy: z.enum(reviewPolicies),
  says,
  /** What an applicant certifies. */
  certifications: z.array(text).default([]),
  sources,
});

/** A letter that tells one company it needs a licence. */
const letter = z.strictObject({
  clause: text,
  addressee: text,
  says,
  when: condition.optional(),
  /** Where this holds, nobody outside knows whether the letter binds; `always` where its terms are not public. */
  perhaps: z.union([condition, z.literal('always')]).optional(),
  perhaps_says: text.optional(),
  policy: z.enum(reviewPolicies),
  policy_says: text,
  ...scope,
  sources,
});

const exception = z.strictObject({
  id: text,
  section: text,
  since: day,
  says,
  condition: text,
  when: condition,
  ...scope,
  sources,
});

/** A duty on imports. */
const duty = z.strictObject({
  id: text,
  says,
  when: condition,
  exemptions: z.array(text).default([]),
  sources,
});

/**
 * What an authority says beside the list. `gate` names the event in the record where it stands between a buyer and the
 * chip; a `caveat` qualifies the answer and is no step to it.
 */
const guidance = z.strictObject({
  clause: text,
  says,
  when: condition,
  from: day.optional(),
  gate: text.optional(),
  role: z.enum(['reason', 'caveat']).default('reason'),
  sources,
});

/** A rule by which goods made abroad count as American ones. */
const foreignProduct = z.strictObject({
  id: text,
  section: text,
  since: day,
  reach: text,
  /** Paragraphs whose chips it reaches; empty where it reaches something else. */
  paragraphs: z.array(text).default([]),
  sources,
});

/** One version of a rule, with the days it held. Its lines are figures of its own: dated, sourced, named by property. */
export const rule = z.strictObject({
  name: text,
  /** `BIS`, `White House`. */
  actor: text,
  /** `88 FR 73458`. */
  citation: text.optional(),
  effective_from: day,
  /** First day it had to be kept, where that is later. */
  compliance_from: day.optional(),
  /** Last day it held; null where it holds to the end of the evidence. */
  effective_to: day.nullable(),
  status: z.enum(statuses),
  note: text.optional(),
  /** Id of the source that is its own text; none where no text was published, or where none is known here. */
  primary: text.optional(),
  /** Said of every answer that rests on its control clauses. */
  caveat: text.optional(),
  /** Ids of sources. */
  sources: z.array(text).min(1),
  /** Lines and limits. */
  properties: z.record(text, z.array(statement).min(1)).default({}),
  controls: z.array(control).default([]),
  exclusions: z.array(exclusion).default([]),
  licence: z.array(licence).default([]),
  review: z.array(review).default([]),
  letters: z.array(letter).default([]),
  exceptions: z.array(exception).default([]),
  duties: z.array(duty).default([]),
  guidance: z.array(guidance).default([]),
  foreign_products: z.array(foreignProduct).default([]),
  conflicts: z.array(conflict).default([]),
  unknown: z.array(text).default([]),
});

export type RuleRecord = z.infer<typeof rule>;
