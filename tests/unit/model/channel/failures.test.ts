import { expect, test } from 'vitest';
import { failuresPerYear } from '../../../../src/model/channel/failures.ts';

test('one part that fails every thousand hours fails 8.76 times a year', () => {
  expect(failuresPerYear(1, 1000 * 3600)).toBeCloseTo(8.76, 9);
  expect(failuresPerYear(0, 1)).toBe(0);
});

test.each([
  [() => failuresPerYear(-1, 1), /parts is -1/],
  [() => failuresPerYear(1, 0), /mtbf is 0 s/],
  [() => failuresPerYear(1, NaN), /mtbf is NaN/],
])('says what it cannot use', (act, message) => {
  expect(act).toThrow(message);
});
