/** Parts of a model that a checkpoint may keep in formats of their own. */
export const weightParts = ['table', 'attention', 'feedForward', 'experts', 'router', 'norm'] as const;
export type WeightPart = (typeof weightParts)[number];

/** Numbers of weights by part. */
export type WeightCounts = Readonly<Record<WeightPart, number>>;

export const numberFormats = ['bf16', 'fp8', 'mxfp8', 'mxfp4', 'nvfp4'] as const;
export type NumberFormat = (typeof numberFormats)[number];

/**
 * Bytes of one weight with its share of the scales: FP8 has one FP32 scale for each block of 128 × 128 (DeepSeek-V3, arXiv
 * 2412.19437, section 3.3), MX formats one byte for 32 numbers (OCP Microscaling 1.0), NVFP4 one byte for 16.
 */
export const bytesOfNumber: Readonly<Record<NumberFormat, number>> = {
  bf16: 2,
  fp8: 1 + 4 / 128 ** 2,
  mxfp8: 1 + 1 / 32,
  mxfp4: 1 / 2 + 1 / 32,
  nvfp4: 1 / 2 + 1 / 16,
};

/** Bytes of one weight of each part. */
export type WeightFormat = WeightCounts;

/** What published checkpoints in narrow formats narrow at most: the matrices of the layers. */
export const layerMatrices: readonly WeightPart[] = ['attention', 'feedForward', 'experts'];

/** A format for `narrow` parts, with the others in BF16. */
export function formatOf(format: NumberFormat, narrow: readonly WeightPart[] = layerMatrices): WeightFormat {
  return byPart((part) => (narrow.includes(part) ? bytesOfNumber[format] : bytesOfNumber.bf16));
}

/** The same number of bytes for every weight. */
export const flatFormat = (bytes: number): WeightFormat => byPart(() => bytes);

/** What a model's makers released: its number format and the parts kept in it. */
export interface Release {
  readonly format: NumberFormat;
  readonly narrow?: readonly WeightPart[] | undefined;
}

/**
 * A model in a number format: as it was released where it was released in that format, else with the matrices of its layers in it and tables,
 * routers and norms in BF16.
 */
export function formatFor(format: NumberFormat, release?: Release): WeightFormat {
  return formatOf(format, release?.format === format ? release.narrow : undefined);
}

/** Bytes of so many weights. */
export function weightBytes(counts: WeightCounts, format: WeightFormat): number {
  return weightParts.reduce((sum, part) => sum + counts[part] * format[part], 0);
}

/** A number for each part. */
export function byPart(of: (part: WeightPart) => number): WeightCounts {
  return {
    table: of('table'),
    attention: of('attention'),
    feedForward: of('feedForward'),
    experts: of('experts'),
    router: of('router'),
    norm: of('norm'),
  };
}
