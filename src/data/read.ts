import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildCatalogue, type Catalogue, type RawContent, type RawRecord } from './catalog.ts';

/** `content/` of this repository. */
const contentRoot = new URL('../../content/', import.meta.url);

/**
 * Reads the record from YAML files, for the terminal and for tests; pages use `load.ts`.
 * @param root folder that holds `chips/`, `systems/` and the rest.
 * @throws where a file cannot be parsed or the record has problems (see `buildCatalogue`).
 */
export function readCatalogue(root: URL | string = contentRoot): Catalogue {
  return buildCatalogue(readRaw(root));
}

/** The files of a content folder, parsed but not checked. */
export function readRaw(root: URL | string = contentRoot): RawContent {
  const folder = typeof root === 'string' ? root : fileURLToPath(root);
  const properties = parseFile(join(folder, 'properties.yaml'), 'content/properties.yaml');
  return {
    chips: readFolder(folder, 'chips'),
    systems: readFolder(folder, 'systems'),
    interconnects: readFolder(folder, 'interconnects'),
    rules: readFolder(folder, 'rules'),
    events: readFolder(folder, 'events'),
    terms: readFolder(folder, 'terms'),
    sources: readFolder(folder, 'sources'),
    properties: Object.entries(properties as Record<string, unknown>).map(([id, data]) => ({
      id,
      file: `content/properties.yaml: ${id}`,
      data,
    })),
  };
}

function readFolder(root: string, name: string): RawRecord[] {
  return readdirSync(join(root, name))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const shown = `content/${name}/${file}`;
      return { id: basename(file, '.yaml'), file: shown, data: parseFile(join(root, name, file), shown) };
    });
}

function parseFile(path: string, shown: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${shown}: cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
