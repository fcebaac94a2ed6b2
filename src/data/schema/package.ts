import { z } from 'zod';

/**
 * What stands on the substrate of a chip's package, and what runs between it, as its drawing needs it: published where
 * the record has it, else derived or assumed with a reason the reader can see. Lengths in millimetres.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const key = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/);
const fraction = z.number().min(0).max(1);
const millimetres = z.number().positive().max(200);

const grounded = { basis: z.enum(['published', 'derived', 'assumed']), reason: z.string().default('') };
const owesReason = ({ basis, reason }: { basis: string; reason: string }) =>
  basis === 'published' || reason !== '';
const message = { message: 'is derived or assumed without a reason: allowed: a reason in words' };

/** Either the key of a figure of the record, or a number with its basis. */
const count = z.union([
  z.strictObject({ of: key }),
  z.strictObject({ value: z.int().positive().max(64), ...grounded }).refine(owesReason, message),
]);

const part = z
  .strictObject({
    id,
    kind: z.enum(['compute-die', 'io-die', 'memory-stack']),
    count,
    figures: z.array(key),
    /** Width, depth and height; `figure` is the area of the record that they follow from. */
    size: z
      .strictObject({
        mm: z.tuple([millimetres, millimetres, millimetres]),
        figure: key.optional(),
        /** It is no larger than this. */
        bound: z.literal('at-most').optional(),
        ...grounded,
      })
      .refine(owesReason, message)
      .optional(),
    /** A published area, drawn with sides in this proportion, width over depth. */
    area: z
      .strictObject({ of: key, proportion: z.number().positive(), height_mm: millimetres, ...grounded })
      .optional(),
    /** `[left, front, right, back]` as shares of the substrate. */
    region: z.tuple([fraction, fraction, fraction, fraction]),
    /** `[columns, rows]`. */
    grid: z.tuple([z.int().positive(), z.int().positive()]),
  })
  .refine(({ size, area }) => (size === undefined) !== (area === undefined), {
    message: 'needs its size or its area: allowed: one of the two',
  });

/** A bandwidth of the record, or why there is none, and the parts its lines begin at. */
const flow = { parts: id };
const bandwidth = z.union([
  z.strictObject({ of: key, ...flow }),
  z.strictObject({ unknown: z.string().min(1), ...flow }),
]);

export const packageSchema = z.strictObject({
  chip: id,
  substrate: z
    .strictObject({ mm: z.tuple([millimetres, millimetres, millimetres]), ...grounded })
    .refine(owesReason, message),
  parts: z.array(part).min(1),
  links: z.strictObject({
    /** From the memory to the compute dies. */
    memory: bandwidth,
    /** Between the compute dies; null where there is one die. */
    dies: bandwidth.nullable(),
    /** Off the package, over the board; both directions summed. */
    outside: z.strictObject({
      of: key,
      parts: id,
      technology: z.enum(['nvlink', 'unifiedbus']),
      sides: z.array(z.enum(['front', 'back'])).min(1),
    }),
  }),
  /** How firm the places of dies, stacks and links are. */
  places: z.strictObject(grounded).refine(owesReason, message),
});

export type PackageRecord = z.infer<typeof packageSchema>;
