import type { Catalogue } from './catalog.ts';
import { figureKeys, figureOf, type Figure } from './figure.ts';

/**
 * Statements of a chip's memory, the one that counts first: what products on a list carry, where that is less than the chip
 * can carry at most; else what is said of the chip.
 */
export const memoryProperties = ['memory-capacity-shipping', 'memory-capacity'] as const;

/** The rule in words, for those who are told a size. */
export const memoryRule = 'what listed products carry goes before what the chip can carry at most';

/** The statement of a chip's memory that every sum takes; null where there is none on record. */
export function memoryFigure(catalogue: Catalogue, chip: string): Figure | null {
  const known = new Set(figureKeys(catalogue));
  const key = memoryProperties.map((name) => `${chip}.${name}`).find((each) => known.has(each));
  return key === undefined ? null : figureOf(catalogue, key);
}
