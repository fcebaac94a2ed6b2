import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levels } from '../../../../src/model/hardware/machine.ts';
import { mixPose, poseAt } from '../../../../src/placement/solid/pose.ts';
import { numberIn } from '../numberIn.ts';

const anyPose = fc
  .tuple(fc.constantFrom(...levels), fc.boolean())
  .map(([level, explode]) => poseAt(level, explode));
const share = numberIn(0, 1);

test('a way between two poses begins at one and ends at the other', () => {
  fc.assert(
    fc.property(anyPose, anyPose, (a, b) => {
      expect(mixPose(a, b, 0)).toEqual(a);
      expect(mixPose(a, b, 1)).toEqual(b);
    }),
  );
});

test('on the way every share stays between its ends and never turns back', () => {
  fc.assert(
    fc.property(anyPose, anyPose, share, share, (a, b, s, t) => {
      const [early, late] = [mixPose(a, b, Math.min(s, t)), mixPose(a, b, Math.max(s, t))];
      for (const key of Object.keys(a) as (keyof typeof a)[]) {
        const way = Math.sign(b[key] - a[key]);
        expect((late[key] - early[key]) * way).toBeGreaterThanOrEqual(-1e-12);
        expect(early[key]).toBeGreaterThanOrEqual(Math.min(a[key], b[key]) - 1e-12);
        expect(late[key]).toBeLessThanOrEqual(Math.max(a[key], b[key]) + 1e-12);
      }
    }),
  );
});

test('going in opens the door, draws the board out and uncovers the package, step by step', () => {
  const poses = levels.map((level) => poseAt(level, false));
  for (const key of ['door', 'slide', 'reveal', 'thin'] as const) {
    const shares = poses.map((pose) => pose[key]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  }
  expect(poses.every(({ spread, lift }) => spread === 0 && lift === 0)).toBe(true);
});

test('pulling apart moves what the level shows', () => {
  for (const level of levels) {
    const { spread, lift } = poseAt(level, true);
    expect([spread, lift]).toEqual(level === 'board' || level === 'package' ? [0, 1] : [1, 0]);
  }
});
