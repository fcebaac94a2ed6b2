/** The families that a design can be of. */
export const designFamilies = [
  'ring',
  'torus',
  'fullmesh',
  'ndmesh',
  'planes',
  'clos',
  'rails',
  'dragonfly',
] as const;
export type DesignFamily = (typeof designFamilies)[number];

/** Families whose chips hang on switches: each chip has a port for every plane. */
export const switchedFamilies: readonly DesignFamily[] = ['planes', 'clos', 'rails', 'dragonfly'];

/** Fewest and most chips of a design. */
export const leastChips = 8;
export const mostChips = 16_384;
