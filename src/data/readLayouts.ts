import { readFolder } from './readFolder.ts';
import { layoutSchema, type Layout } from './schema/layout.ts';

/**
 * Reads the layout of every system that has one, by id, in the order of the file names; for the build and for tests.
 * @throws where a file cannot be parsed, breaks the schema, or is not named after its system; each line names file and key.
 */
export function readLayouts(root?: string): ReadonlyMap<string, Layout> {
  const check = (name: string, { system }: Layout) =>
    system === name ? undefined : `system: "${system}" is not the file's name: allowed: ${name}`;
  return readFolder('layouts', layoutSchema, check, root);
}
