import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const key = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/);
const words = z.string().min(1);

/** A figure of the record; a sum over figures; none at all, as a figure shows; or not published, and what exactly. */
const amount = z.union([
  z.strictObject({ of: key, reason: words.optional() }),
  z.strictObject({
    expression: words,
    unit: words,
    bound: z.enum(['at-least', 'at-most', 'about']).optional(),
    reason: words,
  }),
  z.strictObject({ none: key, reason: words }),
  z.strictObject({ unknown: words }),
]);

/** What is to be compared of one kind of cabinet, which stands in a system's layout. */
export const cabinetSchema = z.strictObject({
  system: id,
  /** Class of the layout. */
  cabinet: id,
  chips: amount,
  power: amount,
  mass: amount,
  /** Figures behind the published outer width and depth; empty where the layout assumes them. */
  footprint: z.array(key),
});

export type CabinetRecord = z.infer<typeof cabinetSchema>;
export type AmountRecord = z.infer<typeof amount>;
