import fc from 'fast-check';

/** Numbers spread evenly over a range, as places and angles are; doubles as such crowd about zero. */
export const numberIn = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((share) => min + ((max - min) * share) / 1_000_000);
