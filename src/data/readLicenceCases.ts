import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { explain } from './explain.ts';
import { licenceCases, type LicenceCase } from './schema/licenceCase.ts';

/**
 * Reads a list of cases from a YAML file, bare or under the key `cases`.
 * @throws RangeError naming the file, the key and what is allowed.
 */
export function readLicenceCases(path: string): readonly LicenceCase[] {
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new RangeError(`--cases is "${path}": allowed is a YAML file (${(error as Error).message})`, {
      cause: error,
    });
  }
  const list = typeof data === 'object' && data !== null && 'cases' in data ? data.cases : data;
  const result = licenceCases.safeParse(list);
  if (!result.success)
    throw new RangeError(`--cases: ${explain(result.error, licenceCases, path).join('; ')}`);
  return result.data;
}
