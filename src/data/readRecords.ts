import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';
import { libraryRecord, type HcclRecord, type NcclRecord } from './schema/library.ts';
import { measurementRecord, type MeasurementRecord } from './schema/measurement.ts';
import { modelRecord, type ModelRecord } from './schema/model.ts';
import { runRecord, type RunRecord } from './schema/run.ts';

/** Below the folder the command or the build was started in: a bundle no longer knows where its source lay. */
const content = 'content';

/**
 * Reads the architectures of models, for the terminal, tests and the build.
 * @throws one Error with a line for every problem: file, key, what is wrong and what is allowed.
 */
export function readModels(root = content): ReadonlyMap<string, ModelRecord> {
  return readFolder(root, 'models', modelRecord);
}

/** Reads the published training runs; throws as `readModels`, also for a model that the record has not. */
export function readRuns(root = content): ReadonlyMap<string, RunRecord> {
  const runs = readFolder(root, 'runs', runRecord);
  const models = readModels(root);
  for (const [id, { model }] of runs)
    if (model !== undefined && !models.has(model))
      throw new Error(
        `content/runs/${id}.yaml: model: there is no model "${model}": allowed: ${[...models.keys()].join(', ')}`,
      );
  return runs;
}

/** Reads the published measurements; throws as `readModels`, also for a calibration on a row that there is not. */
export function readMeasurements(root = content): ReadonlyMap<string, MeasurementRecord> {
  const records = readFolder(root, 'measurements', measurementRecord);
  const rows = new Set([...records.values()].flatMap((record) => record.rows.map(({ id }) => id)));
  for (const [id, { efficiency }] of records)
    for (const row of efficiency.calibrated_on)
      if (!rows.has(row))
        throw new Error(
          `content/measurements/${id}.yaml: efficiency.calibrated_on: there is no row "${row}": allowed: the id of a row`,
        );
  for (const [id, record] of records)
    for (const row of record.library.outside.flatMap((each) => each.rows))
      if (!record.rows.some((own) => own.id === row))
        throw new Error(
          `content/measurements/${id}.yaml: library.outside: there is no row "${row}": allowed: the id of a row of the class`,
        );
  return records;
}

/** What the communication libraries plan with. */
export interface Libraries {
  readonly nccl: NcclRecord;
  readonly hccl: HcclRecord;
}

/** Reads the constants of the communication libraries; throws as `readModels`, also where one of the two is missing. */
export function readLibraries(root = content): Libraries {
  const records = [...readFolder(root, 'libraries', libraryRecord).values()];
  const nccl = records.find((record) => record.name === 'NCCL');
  const hccl = records.find((record) => record.name === 'HCCL');
  if (!nccl || !hccl) throw new Error('content/libraries: needed are one file named NCCL and one named HCCL');
  return { nccl, hccl };
}

function readFolder<S extends z.ZodType>(
  root: string,
  name: string,
  schema: S,
): ReadonlyMap<string, z.infer<S>> {
  const problems: string[] = [];
  const known = new Set(readdirSync(join(root, 'sources')).map((file) => basename(file, '.yaml')));
  const records = new Map<string, z.infer<S>>();
  const files = readdirSync(join(root, name))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  for (const file of files) {
    const shown = `content/${name}/${file}`;
    const data: unknown = parse(readFileSync(join(root, name, file), 'utf8'));
    const result = schema.safeParse(data);
    if (!result.success) {
      problems.push(...explain(result.error, schema, shown));
      continue;
    }
    for (const source of new Set(sourcesIn(result.data)))
      if (!known.has(source))
        problems.push(`${shown}: sources: there is no source "${source}": allowed: an id in content/sources`);
    records.set(basename(file, '.yaml'), result.data);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return records;
}

/** Every id in every list called `sources`, however deep. */
export function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'sources' && Array.isArray(part) ? (part as string[]) : sourcesIn(part),
  );
}
