import type { Catalogue } from '../../data/catalog.ts';
import { figureOf } from '../../data/figure.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import { cutFigure, cutSources } from '../selectFigure.ts';
import { allKeys, costKeys } from './keys.ts';

/**
 * Cuts from the record what the figure needs.
 * @throws where something is missing, or where failures would be counted from a limit, naming it
 */
export function selectReach(catalogue: Catalogue): RecordSlice {
  for (const byRate of Object.values(costKeys))
    for (const { mtbf } of Object.values(byRate))
      if (mtbf !== undefined && figureOf(catalogue, mtbf).shown?.bound !== undefined)
        throw new Error(`${mtbf} is a limit: allowed: a value, since failures are counted from it`);
  const figures = Object.fromEntries(allKeys.map((key) => [key, cutFigure(catalogue, key)]));
  return { figures, sources: cutSources(catalogue, Object.values(figures)) };
}
