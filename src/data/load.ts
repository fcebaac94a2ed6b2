import { getCollection, type CollectionKey } from 'astro:content';
import { buildCatalogue, type Catalogue, type RawRecord } from './catalog.ts';

let loaded: Promise<Catalogue> | undefined;

/**
 * The catalogue of the site being built, joined once per build.
 * @throws where the record has problems (see `buildCatalogue`).
 */
export function loadCatalogue(): Promise<Catalogue> {
  // A development server keeps this module while the content changes under it.
  if (import.meta.env.DEV) return join();
  return (loaded ??= join());
}

async function join(): Promise<Catalogue> {
  const [chips, systems, interconnects, rules, events, terms, sources, properties] = await Promise.all([
    records('chips'),
    records('systems'),
    records('interconnects'),
    records('rules'),
    records('events'),
    records('terms'),
    records('sources'),
    records('properties'),
  ]);
  return buildCatalogue({ chips, systems, interconnects, rules, events, terms, sources, properties });
}

async function records(collection: CollectionKey): Promise<RawRecord[]> {
  const entries = await getCollection(collection);
  return entries.map(({ id, data, filePath }) => ({ id, file: filePath ?? `content/${collection}`, data }));
}
