import { expect, test } from 'vitest';
import { lineWidth } from '../../../src/encoding/bandwidth.ts';

test('a line is as wide as its bandwidth, and absent where there is no figure', () => {
  expect(lineWidth(1e12)).toBeCloseTo(0.003, 12);
  expect(lineWidth(22e12) / lineWidth(2e12)).toBeCloseTo(11, 12);
  expect(lineWidth(null)).toBe(0);
});
