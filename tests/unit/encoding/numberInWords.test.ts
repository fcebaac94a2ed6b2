import { expect, it } from 'vitest';
import { numberInWords } from '../../../src/encoding/numberInWords.ts';

it('writes whole numbers up to a hundred', () => {
  expect([0, 8, 13, 20, 64, 99, 100].map(numberInWords)).toEqual([
    'zero',
    'eight',
    'thirteen',
    'twenty',
    'sixty-four',
    'ninety-nine',
    'a hundred',
  ]);
});

it.each([-1, 101, 2.5])('refuses %d', (value) => {
  expect(() => numberInWords(value)).toThrow(`${value} in words`);
});
