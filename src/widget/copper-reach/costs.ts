import { failuresPerYear } from '../../model/channel/failures.ts';
import type { RecordedStatement, RecordSlice } from '../recordedFigure.ts';
import { costKeys, listed, type CostKeys, type Listed } from './keys.ts';
import { saidOn } from './known.ts';
import type { ReachValues } from './params.ts';

/** Links of which failures are counted, with an end on either side. */
export const countedLinks = 1000;

/** What a medium costs, as told by a day; null where nothing was. */
export interface Cost {
  readonly id: Listed;
  readonly power: RecordedStatement | null;
  readonly price: RecordedStatement | null;
  readonly mtbf: RecordedStatement | null;
  readonly reach: RecordedStatement | null;
  /** Failures a year among `countedLinks`, fewest and most. */
  readonly failures: { readonly fewest: number; readonly most: number } | null;
}

function failuresOf(mtbf: RecordedStatement | null): Cost['failures'] {
  const value = mtbf?.value;
  if (value === undefined) return null;
  const { low, high } = typeof value === 'number' ? { low: value, high: value } : value;
  return {
    fewest: failuresPerYear(2 * countedLinks, high),
    most: failuresPerYear(2 * countedLinks, low),
  };
}

/** What every medium of the list costs at a rate. */
export function costsOn(data: RecordSlice, { rate, asof }: Pick<ReachValues, 'rate' | 'asof'>): Cost[] {
  return listed.map((id) => {
    const keys: CostKeys = costKeys[id][rate] ?? {};
    const said = (key: string | undefined) => (key === undefined ? null : saidOn(data, key, asof));
    const mtbf = said(keys.mtbf);
    return {
      id,
      power: said(keys.power),
      price: said(keys.price),
      mtbf,
      reach: said(keys.reach),
      failures: failuresOf(mtbf),
    };
  });
}
