import { partIds, type PartId } from './partRate.ts';

/** Highest rate that a reader may enter, FIT: once in a hundred hours. */
export const mostFit = 10_000_000;

/** Rates by kind of part, FIT. */
export type OwnRates = { readonly [part in PartId]?: number | undefined };

const isPart = (word: string | undefined): word is PartId => (partIds as readonly string[]).includes(word!);

/** Reads `module:500,cable:20`; null where it is no such list. */
export function readOwnRates(text: string): OwnRates | null {
  const rates: Partial<Record<PartId, number>> = {};
  if (text === '') return rates;
  for (const entry of text.split(',')) {
    const [part, number, ...more] = entry.split(':');
    const fit = number === undefined ? null : readFit(number);
    if (!isPart(part) || fit === null || more.length > 0 || rates[part] !== undefined) return null;
    rates[part] = fit;
  }
  return rates;
}

/** A rate as one types it; null where it is no number from 0 to `mostFit`. */
export function readFit(text: string): number | null {
  const fit = /^\d{1,8}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
  return fit <= mostFit ? fit : null;
}

/** What a list of rates may be, in words. */
export const ownRatesAllowed = `a list such as module:500,cable:20 without repeats: ${partIds.join(', ')} with 0 … ${String(mostFit)} FIT each`;

/** Prints rates as `readOwnRates` reads them, in the order of the parts. */
export const printOwnRates = (rates: OwnRates): string =>
  partIds.flatMap((part) => (rates[part] === undefined ? [] : [`${part}:${String(rates[part])}`])).join(',');
