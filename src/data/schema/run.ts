import { z } from 'zod';
import { partialDate } from './date.ts';
import { statuses } from './statement.ts';

const text = z.string().min(1);

const stated = z.strictObject({
  value: z.number().positive(),
  status: z.enum(statuses),
  stated_on: partialDate,
  as_of: partialDate,
  sources: z.array(text).min(1),
  note: text.optional(),
});

/** A published training run: what went in and what came out, to hold the model to. */
export const runRecord = z.strictObject({
  name: text,
  /** Id of the model trained, where it is one of the record. */
  model: text.optional(),
  /** Id of the chip, where it is one of the record. */
  chip: text.optional(),
  chip_name: text.optional(),
  /** Operations per second of one chip, dense, in the format that the utilisation counts in. */
  peak: stated.optional(),
  chips: stated.optional(),
  tokens: stated.optional(),
  /** Chip hours of the whole run. */
  chip_hours: stated.optional(),
  /** Operations of the whole run, as its authors count them. */
  compute: stated.optional(),
  /** Share of the peak that does the model's own operations. */
  utilisation: z
    .array(
      stated.extend({ chips: z.number().positive().optional(), context: z.number().positive().optional() }),
    )
    .default([]),
  parallelism: z
    .strictObject({
      tensor: z.int().min(1),
      pipeline: z.int().min(1),
      data: z.int().min(1),
      sources: z.array(text).min(1),
    })
    .optional(),
  conflicts: z.array(z.strictObject({ about: text, reading: text })).default([]),
});

export type RunRecord = z.infer<typeof runRecord>;
