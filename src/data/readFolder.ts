import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';

/**
 * Reads every YAML file of a folder of `content/`, by file name without its ending, in the order of the names.
 * @param folder its name in messages, below `content/`
 * @param check what else is wrong with a record of that name; nothing where all is well
 * @throws where a file cannot be parsed, breaks the schema or fails the check; each line names file and key
 */
export function readFolder<S extends z.ZodType>(
  folder: string,
  schema: S,
  check: (name: string, record: z.infer<S>) => string | undefined = () => undefined,
  root: string = join(process.cwd(), 'content', folder),
): ReadonlyMap<string, z.infer<S>> {
  const problems: string[] = [];
  const records = new Map<string, z.infer<S>>();
  const files = readdirSync(root).filter((file) => file.endsWith('.yaml'));
  for (const file of files.sort()) {
    const shown = `content/${folder}/${file}`;
    const result = schema.safeParse(parse(readFileSync(join(root, file), 'utf8')));
    if (!result.success) {
      problems.push(...explain(result.error, schema, shown));
      continue;
    }
    const name = basename(file, '.yaml');
    const wrong = check(name, result.data);
    if (wrong !== undefined) problems.push(`${shown}: ${wrong}`);
    records.set(name, result.data);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return records;
}
