import { readFolder } from './readFolder.ts';
import { packageSchema, type PackageRecord } from './schema/package.ts';

/** The drawing of every package in `content/packages`, by id of its chip; for the build and for tests. */
export function readPackages(): ReadonlyMap<string, PackageRecord> {
  return readFolder('packages', packageSchema, (name, { chip }) =>
    chip === name ? undefined : `chip: "${chip}" is not the file's name: allowed: ${name}`,
  );
}
