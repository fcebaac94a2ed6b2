import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { licenceCases, type LicenceCase } from './schema/licenceCase.ts';

/**
 * Reads a list of cases from a YAML file, bare or under the key `cases`.
 * @throws RangeError naming the case, the key, its value and what is allowed.
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
    throw new RangeError(`--cases: ${result.error.issues.map((issue) => refusal(list, issue)).join('; ')}`);
  return result.data;
}

/** `case h20: route is "US": allowed: us, other`. */
function refusal(list: unknown, issue: z.core.$ZodIssue): string {
  const [index, ...keys] = issue.path;
  if (typeof index !== 'number') return `the file holds ${typeof list}: allowed is a list of cases`;
  const at = (path: readonly PropertyKey[]) =>
    path.reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown> | undefined)?.[key], list);
  const id = at([index, 'id']);
  const value = at(issue.path);
  const allowed =
    issue.code === 'invalid_value'
      ? issue.values.join(', ')
      : issue.code === 'invalid_type'
        ? `a ${issue.expected}`
        : 'a number, a text such as 800..900, or low and high';
  const where = `case ${String(typeof id === 'string' || typeof id === 'number' ? id : index)}`;
  const key = keys.join('.') || 'the whole';
  return `${where}: ${key} is ${typeof value === 'string' ? `"${value}"` : String(value)}: allowed: ${allowed}`;
}
