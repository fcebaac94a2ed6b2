import { unlimited, type Answer, type Interval } from './interval.ts';

/** A stretch of the numbers from 0 on, with ends that may be left out; `high` may be Infinity. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Binary fractions must not push 4,736 / 800 below 5.92: values meet lines at 12 significant digits. */
export const settled = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(12)) : value;

const anything: Range = { low: 0, high: Infinity, lowOpen: false, highOpen: true };

/** What an interval allows; everything from 0 on where it is not known. */
export function rangeOf(interval: Interval | null): Range {
  if (!interval) return anything;
  const endless = interval.high >= unlimited;
  return {
    low: settled(interval.low),
    high: endless ? Infinity : settled(interval.high),
    lowOpen: false,
    highOpen: endless,
  };
}

/** The interval a range lies in; null where it may be any number. */
export function intervalOf({ low, high }: Range): Interval | null {
  if (low === 0 && high === Infinity) return null;
  return { low, high: high === Infinity ? unlimited : high };
}

/** A quotient's range; the divisor is above 0, and its end 0 is left out. */
export function quotient(over: Range, under: Range): Range {
  const lowest = under.high === Infinity ? 0 : over.low / under.high;
  const highest = under.low === 0 ? Infinity : over.high / under.low;
  const isNought = over.high === 0;
  return {
    low: settled(lowest),
    high: isNought ? 0 : settled(highest),
    lowOpen: over.lowOpen || (over.low > 0 && under.highOpen),
    highOpen: isNought ? false : over.highOpen || under.lowOpen || under.low === 0,
  };
}

/** A sum's range. */
export function sum(one: Range, other: Range): Range {
  return {
    low: settled(one.low + other.low),
    high: settled(one.high + other.high),
    lowOpen: one.lowOpen || other.lowOpen,
    highOpen: one.highOpen || other.highOpen,
  };
}

/** Whether every number of a range is at or above a line (true), none (false), or some (null). */
export function atLeast(range: Range, line: number): Answer {
  if (range.low >= line) return true;
  return range.high < line || (range.high === line && range.highOpen) ? false : null;
}

/** The same of strictly above. */
export function above(range: Range, line: number): Answer {
  if (range.low > line || (range.low === line && range.lowOpen)) return true;
  return range.high <= line ? false : null;
}

/** A range cut at lines, so that each piece lies on one side of every line: the lines themselves and what is between. */
export function cutAt(range: Range, lines: readonly number[]): Range[] {
  const inside = [...new Set(lines)].sort((a, b) => a - b).filter((line) => contains(range, line));
  const ends = [
    { at: range.low, open: range.lowOpen },
    ...inside.map((at) => ({ at, open: true })),
    { at: range.high, open: range.highOpen },
  ];
  const pieces: Range[] = [];
  for (let i = 1; i < ends.length; i++) {
    const [from, to] = [ends[i - 1]!, ends[i]!];
    if (i > 1) pieces.push({ low: from.at, high: from.at, lowOpen: false, highOpen: false });
    const piece = { low: from.at, high: to.at, lowOpen: from.open, highOpen: to.open };
    const empty = piece.low === piece.high && (piece.lowOpen || piece.highOpen);
    if (!empty) pieces.push(piece);
  }
  return pieces;
}

function contains(range: Range, value: number): boolean {
  const aboveLow = value > range.low || (value === range.low && !range.lowOpen);
  return aboveLow && (value < range.high || (value === range.high && !range.highOpen));
}

/** What two ranges share; null where nothing. */
export function overlap(one: Range, other: Range): Range | null {
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  const lowOpen = (one.low === low && one.lowOpen) || (other.low === low && other.lowOpen);
  const highOpen = (one.high === high && one.highOpen) || (other.high === high && other.highOpen);
  const empty = low > high || (low === high && (lowOpen || highOpen));
  return empty ? null : { low, high, lowOpen, highOpen };
}
