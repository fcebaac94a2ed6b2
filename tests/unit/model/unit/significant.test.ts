import { describe, expect, test } from 'vitest';
import { fewestDigits, roundedBeside, significantDigits } from '../../../../src/model/unit/significant.ts';

test.each([
  [814, 3],
  [2368, 4],
  [5.92, 3],
  [119.5, 4],
  [0.0065, 2],
  [800, 3],
  [12_000, 5],
  [1e-7, 1],
])('%d has %d significant digits', (value, digits) => {
  expect(significantDigits(value)).toBe(digits);
});

test('a quotient keeps the digits of its coarsest input', () => {
  expect(fewestDigits([2368, 814])).toBe(3);
  expect(fewestDigits([0, 5284.8, 609])).toBe(3);
});

describe('a number cut to its digits', () => {
  test.each([
    [2368 / 814, 3, 2.91],
    [4992 / 826, 3, 6.04],
    [15_832 / 814, 3, 19.4],
  ])('%d in %d digits is %d', (value, digits, shown) => {
    expect(roundedBeside(value, digits)).toBe(shown);
  });

  test('stays below a line that it misses, above one that it passes, and on one that it meets', () => {
    expect(roundedBeside(3.1996, 3)).toBe(3.2);
    expect(roundedBeside(3.1996, 3, [3.2])).toBe(3.1996);
    expect(roundedBeside(5.9204, 3, [5.92])).toBe(5.9204);
    expect(roundedBeside(4736 / 800, 3, [5.92])).toBe(5.92);
    expect(roundedBeside(4799.6, 4, [4800])).toBe(4799.6);
  });
});
