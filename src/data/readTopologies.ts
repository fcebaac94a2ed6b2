import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { explain } from './explain.ts';
import { topologyRecord } from './schema/topology.ts';
import type { TopologyRecord } from './schema/topology.ts';

/** Below the folder the command or the build was started in: a bundle no longer knows where its source lay. */
const folder = 'content/topologies';

/**
 * Reads the wiring of every machine, for the terminal, tests and the build; in the order of the file names.
 * @throws where a file cannot be parsed, breaks the schema, or is not named after its id; every line names file and key.
 */
export function readTopologies(root: string = folder): TopologyRecord[] {
  const problems: string[] = [];
  const records: TopologyRecord[] = [];
  const names = new Map<string, string>();
  const files = readdirSync(root)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  for (const file of files) {
    const shown = `content/topologies/${file}`;
    const result = topologyRecord.safeParse(parseFile(join(root, file), shown));
    if (!result.success) {
      problems.push(...explain(result.error, topologyRecord, shown));
      continue;
    }
    const record = result.data;
    if (record.id !== basename(file, '.yaml'))
      problems.push(
        `${shown}: id: "${record.id}" is not the file's name: allowed: ${basename(file, '.yaml')}`,
      );
    for (const name of [record.id, ...record.aliases]) {
      const other = names.get(name);
      if (other)
        problems.push(`${shown}: id: "${name}" is already the name of ${other}: allowed: a new name`);
      names.set(name, shown);
    }
    records.push(record);
  }
  for (const record of records)
    if (
      record.kind === 'cluster' &&
      !records.some((other) => other.kind === 'machine' && other.id === record.pod)
    )
      problems.push(
        `content/topologies/${record.id}.yaml: pod: there is no machine "${record.pod}": allowed: the id of one`,
      );
  if (problems.length) throw new Error(problems.join('\n'));
  return records;
}

function parseFile(path: string, shown: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${shown}: cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
