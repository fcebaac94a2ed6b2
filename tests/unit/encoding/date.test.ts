import { expect, it } from 'vitest';
import { formatDate, isRecordDate } from '../../../src/encoding/date.ts';

it.each([
  ['2026-09-17', '17 September 2026'],
  ['2026-09', 'September 2026'],
  ['2026', '2026'],
  ['2026-Q3', 'third quarter of 2026'],
  ['2027-H1', 'first half of 2027'],
])('%s reads "%s", as exact as the record is', (date, words) => {
  expect(formatDate(date)).toBe(words);
});

it.each(['tomorrow', '2026-13', '2026-Q5', '26-01-01'])('refuses %s', (date) => {
  expect(() => formatDate(date)).toThrow(`date "${date}"`);
});

it('does not take a product name for a date', () => {
  expect(isRecordDate('950')).toBe(false);
  expect(isRecordDate('2026-09-17T10:00')).toBe(false);
});
