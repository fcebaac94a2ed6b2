import { expect, it } from 'vitest';
import { readingMinutes } from '../../../src/layouts/minutes.ts';

it('counts words and figures, and leaves tags and comments out', () => {
  const words = Array.from({ length: 440 }, () => 'word').join(' ');
  expect(readingMinutes(words)).toBe(2);
  expect(readingMinutes(`${words} {/* ${words} */} <Widget id="x" params={{ level: 'row' }} />`)).toBe(2);
  expect(readingMinutes(Array.from({ length: 660 }, () => '<Value of="a.b" />').join(' '))).toBe(3);
});

it('is at least one', () => {
  expect(readingMinutes('')).toBe(1);
});
