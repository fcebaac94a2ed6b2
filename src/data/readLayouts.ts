import { packedLayout } from './packedLayout.ts';
import { readFolder } from './readFolder.ts';
import { readPackages } from './readPackages.ts';
import { layoutSchema, type Layout, type LayoutRecord } from './schema/layout.ts';

/**
 * Reads the layout of every system that has one, by id, in the order of the file names, each with the packages it
 * names; for the build and for tests.
 * @throws where a file cannot be parsed, breaks the schema, is not named after its system or names a package that is
 *   not there; each line names file and key.
 */
export function readLayouts(root?: string): ReadonlyMap<string, Layout> {
  const check = (name: string, { system }: LayoutRecord) =>
    system === name ? undefined : `system: "${system}" is not the file's name: allowed: ${name}`;
  const packages = readPackages();
  const records = readFolder('layouts', layoutSchema, check, root);
  return new Map([...records].map(([name, record]) => [name, packedLayout(record, packages)]));
}
