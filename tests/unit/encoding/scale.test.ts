import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from '../../../src/encoding/scale.ts';

describe('scales', () => {
  it('give equal lengths to equal differences', () => {
    const scale = linearScale([0, 1000], [400, 0]);
    expect([0, 250, 500, 1000].map(scale)).toEqual([400, 300, 200, 0]);
  });

  it('give equal lengths to equal factors', () => {
    const scale = logScale([1, 10_000], [0, 400]);
    const places = [1, 10, 100, 1000, 10_000].map((value) => scale(value));
    places.forEach((place, i) => expect(place).toBeCloseTo(100 * i, 9));
  });

  it('lead back to the quantity', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 64_000, noNaN: true }), (value) => {
        for (const scale of [linearScale([0, 64_000], [54, 1100]), logScale([1, 64_000], [600, 54])])
          expect(scale.invert(scale(value)) / value).toBeCloseTo(1, 6);
      }),
    );
  });
});
