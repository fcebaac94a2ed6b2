import { readCatalogue } from '../data/read.ts';
import { readModels } from '../data/readRecords.ts';
import { readTopologies } from '../data/readTopologies.ts';
import { rulebookOf } from '../data/rulebook.ts';
import type { TopologyRecord } from '../data/schema/topology.ts';

/**
 * The record as commands ask for it. Its files do not change while a command runs, and to parse them takes longer than any
 * answer: what was read once is kept until the process ends.
 */
function once<T>(read: () => T): () => T {
  let kept: { readonly record: T } | undefined;
  return () => (kept ??= { record: read() }).record;
}

/** Chips, systems, rules and the rest; throws as `readCatalogue`. */
export const knownCatalogue = once(readCatalogue);
/** The rules of the record, ready to be asked. */
export const knownRulebook = once(() => rulebookOf(knownCatalogue()));
/** Architectures of models by id; throws as `readModels`. */
export const knownModels = once(readModels);
/** Wiring of machines and clusters; throws as `readTopologies`. */
export const knownTopologies: () => readonly TopologyRecord[] = once(readTopologies);
