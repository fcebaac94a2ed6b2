import { z } from 'zod';

/** A word of the field, explained. */
export const term = z.strictObject({
  term: z.string().min(1),
  /** Other forms a reader may meet. */
  also: z.array(z.string().min(1)).default([]),
  /** The Chinese term. */
  zh: z.string().min(1),
  /** One or two plain sentences. */
  definition: z.string().min(1),
  /** Id of the event on whose last day the definition turns, if it names one. */
  ends: z.string().min(1).optional(),
  sources: z.array(z.string().min(1)).default([]),
});

export type Term = z.infer<typeof term>;
