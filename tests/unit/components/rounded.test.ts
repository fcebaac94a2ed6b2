import { expect, it } from 'vitest';
import { rounded } from '../../../src/components/rounded.ts';

it('rounds the way it is told', () => {
  expect([rounded(113.2, 'up'), rounded(113.8, 'down'), rounded(113.5, 'nearest')]).toEqual([114, 113, 114]);
});

it('does not take a last binary digit for a remainder', () => {
  expect(rounded(0.1 * 3 * 10, 'up')).toBe(3);
  expect(rounded(0.7 * 10 - 1e-15, 'down')).toBe(7);
});
