import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { explain } from './explain.ts';
import { layoutSchema, type Layout } from './schema/layout.ts';

/**
 * Reads the layout of every system that has one, by id, in the order of the file names; for the build and for tests.
 * @throws where a file cannot be parsed, breaks the schema, or is not named after its system; each line names file and key.
 */
export function readLayouts(
  root: string = join(process.cwd(), 'content/layouts'),
): ReadonlyMap<string, Layout> {
  const problems: string[] = [];
  const layouts = new Map<string, Layout>();
  const files = readdirSync(root).filter((file) => file.endsWith('.yaml'));
  for (const file of files.sort()) {
    const shown = `content/layouts/${file}`;
    const result = layoutSchema.safeParse(parse(readFileSync(join(root, file), 'utf8')));
    if (!result.success) {
      problems.push(...explain(result.error, layoutSchema, shown));
      continue;
    }
    const name = basename(file, '.yaml');
    if (result.data.system !== name) {
      problems.push(`${shown}: system: "${result.data.system}" is not the file's name: allowed: ${name}`);
    }
    layouts.set(result.data.system, result.data);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return layouts;
}
