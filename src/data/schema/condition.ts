import { z } from 'zod';

const text = z.string().min(1);
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'is not a country: allowed: two capitals such as "CN"');

/** What the rules measure, each in the unit of its lines. */
export const quantityUnit = {
  tpp: 'TPP',
  density: 'TPP/mm2',
  io: 'GB/s',
  dram: 'GB/s',
  'dram-plus-io': 'GB/s',
  'memory-density': 'GB/s/mm2',
} as const;

export type RuledQuantity = keyof typeof quantityUnit;

/** Name of a line: a property of the rule itself, or `rule.property` of another. */
const line = text;

/**
 * What a clause asks, as a tree. A leaf asks one thing:
 * a quantity against a line (`margin`: how far below the line "about" may still reach);
 * a flag that must hold; where it goes; where the buyer's parent sits; whose chip it is; which chip
 * (`unnamed`: what is taken for a chip known by its figures alone); the paragraph that controls it.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly quantity: RuledQuantity;
      readonly at_least?: string | undefined;
      readonly above?: string | undefined;
      readonly below?: string | undefined;
      readonly at_most?: string | undefined;
      readonly margin?: string | undefined;
    }
  | { readonly flag: 'datacentre' | 'us-sale' | 'from-us' }
  | { readonly destination: readonly string[] }
  | { readonly headquarters: readonly string[] }
  | { readonly maker_from: readonly string[] }
  | { readonly chip: readonly string[]; readonly unnamed?: 'no' | 'unknown' | undefined }
  | { readonly paragraph: readonly string[] };

const quantities = Object.keys(quantityUnit) as [RuledQuantity, ...RuledQuantity[]];

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z
      .strictObject({
        quantity: z.enum(quantities),
        at_least: line.optional(),
        above: line.optional(),
        below: line.optional(),
        at_most: line.optional(),
        margin: line.optional(),
      })
      .refine(
        ({ at_least, above, below, at_most }) =>
          [at_least, above, below, at_most].filter((one) => one !== undefined).length === 1,
        'needs one line: allowed: at_least, above, below or at_most',
      )
      .refine(
        ({ at_least, margin }) => margin === undefined || at_least !== undefined,
        'has a margin without at_least: allowed: a margin below a line that must be reached',
      ),
    z.strictObject({ flag: z.enum(['datacentre', 'us-sale', 'from-us']) }),
    z.strictObject({ destination: z.array(country).min(1) }),
    z.strictObject({ headquarters: z.array(country).min(1) }),
    z.strictObject({ maker_from: z.array(country).min(1) }),
    z.strictObject({ chip: z.array(text).min(1), unnamed: z.enum(['no', 'unknown']).optional() }),
    z.strictObject({ paragraph: z.array(text).min(1) }),
  ]),
);
