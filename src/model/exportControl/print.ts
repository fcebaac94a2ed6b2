import { isExact, unlimited, type Interval } from './interval.ts';
import type { Line } from '../../data/schema/exportControl.ts';
import { roundedBeside } from '../unit/significant.ts';

/**
 * A number with so many significant digits, or all of its whole part, and commas between thousands.
 * @param digits those of what it was made from; twelve, as it stands, for a number that was stated.
 * @param lines values it must stay on its side of: a density of 3.1996 is not printed as the 3.2 that it misses.
 */
export function print(value: number, digits = 12, lines: readonly number[] = []): string {
  const places = Math.ceil(Math.log10(Math.abs(value) + 1));
  const shown = roundedBeside(value, Math.max(digits, places), lines);
  const [whole, part] = String(shown).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** `2,368`, `1,398 to 1,568`, `at least 1,017`, `at most 1,716`. */
export function printInterval(interval: Interval, digits?: number, lines?: readonly number[]): string {
  const { low, high } = interval;
  const one = (value: number) => print(value, digits, lines);
  if (isExact(interval)) return one(low);
  if (high >= unlimited) return `at least ${one(low)}`;
  return low === 0 ? `at most ${one(high)}` : `${one(low)} to ${one(high)}`;
}

const unitSuffix: Readonly<Record<string, string>> = {
  TPP: '',
  'TPP/mm2': '',
  '%': '%',
  'GB/s/mm2': ' GB/s per mm²',
};

/** A line with its unit, where the words around it do not say it already. */
export function printLine({ value, unit }: Line): string {
  return `${print(value)}${unitSuffix[unit] ?? ` ${unit}`}`;
}

/** A sentence with every `{line}` in figures. */
export function fillLines(says: string, lines: Readonly<Record<string, Line>>): string {
  return says.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const line = lines[name];
    return line ? printLine(line) : whole;
  });
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2023-11-17` as `17 November 2023`. */
export function printDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${String(day)} ${months[month - 1]!} ${String(year)}`;
}
