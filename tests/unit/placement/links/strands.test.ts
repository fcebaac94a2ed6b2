import { expect, it } from 'vitest';
import {
  keepStrands,
  membersOf,
  nearestStrand,
  packStrands,
} from '../../../../src/placement/links/strands.ts';

const strands = packStrands([
  { points: [[0, 0, 0], [10, 0, 0]], light: false, tier: 0, members: [7] }, // prettier-ignore
  { points: [[0, 5, 0], [10, 5, 0], [10, 9, 0]], light: true, tier: 1, members: [8, 9] }, // prettier-ignore
]);
const flat = (x: number, y: number) => [x, y, 0] as const;

it('the line nearest to a pixel is found, around its corners too', () => {
  expect(nearestStrand(strands, flat, [5, 1], 3)).toBe(0);
  expect(nearestStrand(strands, flat, [11, 8], 3)).toBe(1);
  expect(nearestStrand(strands, flat, [5, 2.6], 2)).toBe(-1);
});

it('lines of some tiers keep what they stand for', () => {
  const kept = keepStrands(strands, (tier) => tier === 1);
  expect([kept.count, kept.light[0], [...membersOf(kept, 0)]]).toEqual([1, 1, [8, 9]]);
  expect([...kept.points]).toEqual([...strands.points.subarray(6)]);
  expect(keepStrands(strands, () => true)).toBe(strands);
});
