import type { z } from 'zod';
import { checkRecord } from './check.ts';
import { explain } from './explain.ts';
import { chip, type Chip } from './schema/chip.ts';
import { event, type PolicyEvent } from './schema/event.ts';
import { interconnect, type Interconnect } from './schema/interconnect.ts';
import { property, type Property } from './schema/property.ts';
import { rule, type RuleRecord } from './schema/rule.ts';
import { source, type Source } from './schema/source.ts';
import { system, type System } from './schema/system.ts';
import { term, type Term } from './schema/term.ts';

/** A record as it lies in a file: parsed YAML, not yet checked. */
export interface RawRecord {
  readonly id: string;
  /** Path shown in messages. */
  readonly file: string;
  readonly data: unknown;
}

/** Everything under `content/` that the catalogue joins; `properties` has one entry for each property name. */
export type RawContent = Readonly<
  Record<
    'chips' | 'systems' | 'interconnects' | 'rules' | 'events' | 'terms' | 'sources' | 'properties',
    readonly RawRecord[]
  >
>;

/** The joined record: every id it mentions exists, every figure has a source, a date and a unit of the right kind. */
export interface Catalogue {
  readonly chips: ReadonlyMap<string, Chip>;
  readonly systems: ReadonlyMap<string, System>;
  readonly interconnects: ReadonlyMap<string, Interconnect>;
  readonly rules: ReadonlyMap<string, RuleRecord>;
  readonly events: ReadonlyMap<string, PolicyEvent>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly properties: ReadonlyMap<string, Property>;
}

/**
 * Joins raw records to a catalogue.
 * @throws one Error that lists every problem, a line each: `file: key: what is wrong: what is allowed`.
 */
export function buildCatalogue(raw: RawContent): Catalogue {
  const problems: string[] = [];
  const files = new Map<string, string>();

  const parseAll = <S extends z.ZodType>(
    records: readonly RawRecord[],
    schema: S,
    seen: Map<string, string>,
  ) => {
    const parsed = new Map<string, z.infer<S>>();
    for (const { id, file, data } of records) {
      const first = seen.get(id);
      if (first !== undefined) {
        problems.push(`${file}: ${id}: the id is already used by ${first}: allowed: one file an id`);
        continue;
      }
      seen.set(id, file);
      const result = schema.safeParse(data);
      if (result.success) parsed.set(id, result.data);
      else problems.push(...explain(result.error, schema, file));
    }
    return parsed;
  };

  // Chips, systems, interconnects, rules and events share one namespace: a figure is named `record.property`.
  const catalogue: Catalogue = {
    chips: parseAll(raw.chips, chip, files),
    systems: parseAll(raw.systems, system, files),
    interconnects: parseAll(raw.interconnects, interconnect, files),
    rules: parseAll(raw.rules, rule, files),
    events: parseAll(raw.events, event, files),
    terms: parseAll(raw.terms, term, new Map()),
    sources: parseAll(raw.sources, source, new Map()),
    properties: parseAll(raw.properties, property, new Map()),
  };

  const records = [
    ...catalogue.chips,
    ...catalogue.systems,
    ...catalogue.interconnects,
    ...catalogue.rules,
    ...catalogue.events,
  ];
  const known = {
    sources: new Set(raw.sources.map(({ id }) => id)),
    figures: new Set(
      records.flatMap(([id, { properties }]) => Object.keys(properties).map((name) => `${id}.${name}`)),
    ),
    properties: catalogue.properties,
  };
  for (const [id, record] of records)
    problems.push(...checkRecord(record, known).map((problem) => `${files.get(id)}: ${problem}`));

  for (const [id, { chip: chipId, interconnect: linkId }] of catalogue.systems) {
    if (chipId !== undefined && !raw.chips.some((one) => one.id === chipId))
      problems.push(`${files.get(id)}: chip: there is no chip "${chipId}": allowed: ${list(raw.chips)}`);
    if (linkId !== undefined && !raw.interconnects.some((one) => one.id === linkId))
      problems.push(
        `${files.get(id)}: interconnect: there is no interconnect "${linkId}": allowed: ${list(raw.interconnects)}`,
      );
  }
  const named = (ids: readonly string[], held: ReadonlyMap<string, unknown>, where: string, file: string) => {
    for (const id of ids)
      if (!held.has(id))
        problems.push(`${file}: ${where}: there is no "${id}": allowed: an id in content/${where}`);
  };
  for (const [id, { sources }] of [...catalogue.rules, ...catalogue.events])
    named(sources, catalogue.sources, 'sources', files.get(id)!);
  for (const [id, { chips, rules }] of catalogue.events) {
    named(chips, catalogue.chips, 'chips', files.get(id)!);
    named(rules, catalogue.rules, 'rules', files.get(id)!);
  }
  for (const { id, file } of raw.terms)
    for (const name of catalogue.terms.get(id)?.sources ?? [])
      if (!known.sources.has(name))
        problems.push(`${file}: sources: there is no source "${name}": allowed: an id in content/sources`);
  for (const [id, { ends }] of catalogue.terms)
    if (ends !== undefined && catalogue.events.get(ends)?.end_date === undefined)
      problems.push(`${files.get(id)!}: ends: "${ends}": allowed: an event with an end_date`);

  if (problems.length > 0)
    throw new Error(
      `The record has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`,
    );
  return catalogue;
}

function list(records: readonly RawRecord[]): string {
  return records.map(({ id }) => id).join(', ');
}
