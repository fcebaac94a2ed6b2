import type { CaseAmount } from '../data/schema/licenceCase.ts';
import { unlimited, type Interval } from '../model/exportControl/interval.ts';

const units: Readonly<Record<string, number>> = {
  '': 1,
  'GB/s': 1,
  'TB/s': 1000,
  mm2: 1,
  TOPS: 1,
  TFLOPS: 1,
};
const number = /^\s*(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)\s*([A-Za-z/]*2?)\s*$/i;

/**
 * An amount with its limits: `900`, `800..900`, `1017..`, `..1716`, each end with or without its unit.
 * @param allowed units that may stand with it.
 * @param least zero, or what must lie below the upper end.
 * @throws RangeError naming the input, its value and what is allowed.
 */
export function parseAmount(
  name: string,
  given: CaseAmount,
  allowed: readonly string[],
  divides = false,
): Interval {
  const shown = typeof given === 'object' ? JSON.stringify(given) : String(given);
  const refuse = (): never => {
    const what = divides ? 'numbers above 0' : 'numbers from 0 on';
    throw new RangeError(
      `${name} is "${shown}": allowed are ${what}, bare or in ${allowed.join(' or ')}, or two such as 800..900`,
    );
  };
  const end = (text: string | number | null | undefined, open: number): number => {
    if (text === null || text === undefined || text === '') return open;
    const match = number.exec(String(text));
    const factor = match && ['', ...allowed].includes(match[2]!) ? units[match[2]!] : undefined;
    return factor === undefined ? NaN : Number((Number(match![1]) * factor).toPrecision(15));
  };
  const ends =
    typeof given === 'object'
      ? [given.low, given.high]
      : typeof given === 'string' && given.includes('..')
        ? given.split('..')
        : [given, given];
  const low = end(ends[0], 0);
  const high = end(ends[1], unlimited);
  const sound = ends.length === 2 && Number.isFinite(low) && Number.isFinite(high) && low >= 0 && low <= high;
  const open = low === 0 && high === unlimited;
  if (!sound || open || (divides && (high === 0 || (low === 0 && !startsOpen(given))))) return refuse();
  return { low, high };
}

/** Whether the lower end was left out, and is not a 0 somebody wrote. */
function startsOpen(given: CaseAmount): boolean {
  if (typeof given === 'object') return given.low === null || given.low === undefined;
  return typeof given === 'string' && /^\s*\.\./.test(given);
}
