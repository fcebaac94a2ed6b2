import { z } from 'zod';
import { partialDate } from './date.ts';

/**
 * How firm a figure is. An announcement is not a delivery; `listed` is on a vendor's product page, delivery not shown;
 * `on-record` is of an event that those who acted made public.
 */
export const statuses = [
  'announced',
  'listed',
  'shipping',
  'measured',
  'in-force',
  'on-record',
  'proposed',
  'suspended',
  'rescinded',
  'superseded',
  'reported',
  'estimated',
  'derived',
  'assumed',
] as const;

/** Number formats a rate can be stated in. `fp16` covers BF16 too where a source gives one rate for both. */
export const numberFormats = ['fp32', 'fp16', 'bf16', 'fp8', 'fp4', 'int8', 'mixed'] as const;

const text = z.string().min(1);

const range = z
  .strictObject({ low: z.number(), high: z.number() })
  .refine(({ low, high }) => low < high, 'a range needs low below high');

/** One figure as one day knew it: a value, what it counts, how firm it is, when it was said, and who says so. */
export const statement = z.strictObject({
  /** A number, a range, words, a list of words, or yes and no. As the source prints it. */
  value: z.union([z.number(), range, text, z.array(text).min(1), z.boolean()]),
  /** A unit of the property's quantity; see `unit.ts`. */
  unit: text.optional(),
  /** The value is a limit or rounded by its source. */
  bound: z.enum(['at-least', 'at-most', 'about']).optional(),
  /** Of a link's bandwidth: one direction, or both summed. */
  direction: z.enum(['one', 'both', 'unstated']).optional(),
  /** Of a rate: the format of the numbers. */
  format: z.enum(numberFormats).optional(),
  /** Of a rate: whether zeros are skipped to reach it. */
  sparsity: z.enum(['dense', 'sparse', 'unstated']).optional(),
  status: z.enum(statuses),
  /** Why a value had to be assumed; required for `assumed`. */
  reason: text.optional(),
  /** How a `derived` value follows from others: numbers and keys (`chip.property`) joined by + - * / and brackets. */
  derivation: text.optional(),
  /** The day it was first said in public. */
  stated_on: partialDate,
  /** The day it was last read. */
  as_of: partialDate,
  /** Ids of sources; an assumption may have none. */
  sources: z.array(text).default([]),
  note: text.optional(),
  /** Set on a statement that the record does not support best: shown beside the value, never as the value. */
  disputed: z.literal(true).optional(),
});

/** Where sources disagree about a record, and which reading is shown. */
export const conflict = z.strictObject({
  about: text,
  properties: z.array(text).default([]),
  reading: text,
});

/** What chips, systems and interconnects have in common. */
export const recordShape = {
  name: text,
  maker: text,
  also: z.array(text).default([]),
  properties: z.record(text, z.array(statement).min(1)),
  conflicts: z.array(conflict).default([]),
  /** What is not published, in words. */
  unknown: z.array(text).default([]),
};

export type Status = (typeof statuses)[number];
export type Range = z.infer<typeof range>;
export type Statement = z.infer<typeof statement>;
export type Conflict = z.infer<typeof conflict>;
