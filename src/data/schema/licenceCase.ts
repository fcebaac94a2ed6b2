import { z } from 'zod';

const text = z.string().min(1);

/** A number, a range with low and high (either may be missing), or a text such as `800..900`. */
const amount = z.union([
  z.number(),
  z.string().min(1),
  z.object({ low: z.number().nullish(), high: z.number().nullish() }),
]);

const yes = z.boolean().nullish();

/** One case put to the rules in a file: whatever is null or missing is not known. Other keys are left alone. */
export const licenceCase = z.object({
  id: z.union([text, z.number()]).nullish(),
  date: text,
  destination: text.nullish(),
  parent: text.nullish(),
  /** Id of a chip in the record; `inputs` go before its figures. */
  chip: text.nullish(),
  maker: text.nullish(),
  route: z.enum(['us', 'other']).nullish(),
  us_sale: yes,
  inputs: z
    .object({
      formats: z
        .array(
          z.object({
            label: text.nullish(),
            bits: z.number(),
            dense_tops: amount.nullish(),
          }),
        )
        .nullish(),
      die_area_mm2: amount.nullish(),
      io_gb_s_bidirectional: amount.nullish(),
      dram_gb_s: amount.nullish(),
      datacentre: yes,
      datacenter: yes,
      stack_bandwidth_gb_s: amount.nullish(),
      stack_area_mm2: amount.nullish(),
    })
    .nullish(),
});

export const licenceCases = z.array(licenceCase);
export type LicenceCase = z.infer<typeof licenceCase>;
export type CaseAmount = z.infer<typeof amount>;
