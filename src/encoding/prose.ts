import type { Statement } from '../data/schema/statement.ts';
import { formatDate, isRecordDate } from './date.ts';
import { formatStatement } from './format.ts';

type Told = Pick<Statement, 'value' | 'unit' | 'bound'>;

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A date as a noun in a sentence: `17 September 2026`, `2027`, `the fourth quarter of 2026`. */
function dateInProse(date: string): string {
  const words = formatDate(date);
  return /^\d{4}-[QH]/.test(date) ? `the ${words}` : words;
}

/**
 * A statement as it stands in a sentence: `2 TB/s`, `at least 10,240 cabinets`, `FP8, FP4 and INT8`, `the fourth
 * quarter of 2026`.
 * @throws for yes and no, which are no part of a sentence.
 */
export function formatInProse(statement: Told): string {
  const { value } = statement;
  if (typeof value === 'boolean')
    throw new Error(`"${value}" in a sentence: allowed: a number, a range, a date or words`);
  if (Array.isArray(value)) return listed.format(value);
  if (typeof value === 'string' && isRecordDate(value)) return dateInProse(value);
  return formatStatement(statement);
}

/**
 * A date with the word that leads it: `on 17 September 2026`, `in September 2026`, `in 2027`, `in the fourth quarter of
 * 2026`. The record may become more exact than the sentence that names it was written for.
 * @throws for anything but a date.
 */
export function formatWhen({ value }: Told): string {
  if (typeof value !== 'string' || !isRecordDate(value))
    throw new Error(
      `"${JSON.stringify(value)}" as a time: allowed: a date, a month, a quarter, a half or a year`,
    );
  return `${/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'on' : 'in'} ${dateInProse(value)}`;
}
