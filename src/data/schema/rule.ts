import { z } from 'zod';
import { partialDate } from './date.ts';
import { conflict, statement, statuses } from './statement.ts';

const text = z.string().min(1);
const day = partialDate.refine((date) => date.length === 10, 'is not a whole day: allowed: "2023-11-17"');

/** One version of a rule, with the days it held. Its lines are figures of its own: dated, sourced, named by property. */
export const rule = z.strictObject({
  name: text,
  /** `BIS`, `White House`. */
  actor: text,
  /** `88 FR 73458`. */
  citation: text.optional(),
  effective_from: day,
  /** Last day it held; null where it holds to the end of the evidence. */
  effective_to: day.nullable(),
  status: z.enum(statuses),
  note: text.optional(),
  /** Ids of sources. */
  sources: z.array(text).min(1),
  /** Lines and limits. */
  properties: z.record(text, z.array(statement).min(1)).default({}),
  conflicts: z.array(conflict).default([]),
  unknown: z.array(text).default([]),
});

export type RuleRecord = z.infer<typeof rule>;
