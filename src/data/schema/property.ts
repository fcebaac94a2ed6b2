import { z } from 'zod';
import { quantities } from './unit.ts';

/** What a property of a record means: its words for the reader, and what its values must carry. */
export const property = z.strictObject({
  /** Plain words, sentence case. */
  label: z.string().min(1),
  /** Decides which units are allowed; a `rate` must also name its number format and say whether it is dense. */
  quantity: z.enum(quantities),
  /** `required` for the bandwidth of links, which is counted one way or both ways. */
  direction: z.literal('required').optional(),
});

export type Property = z.infer<typeof property>;
