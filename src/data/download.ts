import type { Catalogue } from './catalog.ts';
import { citedSource, rangeInSi } from './figure.ts';
import type { Statement } from './schema/statement.ts';
import { baseUnit, units } from './schema/unit.ts';

/** The collections one can take away, in the order they are offered. */
export const collections = ['chips', 'systems', 'interconnects', 'terms', 'sources'] as const;

export type Collection = (typeof collections)[number];

/** Where a download comes from. */
export interface Provenance {
  /** Address of the site, without a trailing slash. */
  readonly site: string;
  /** Day the file was made, `YYYY-MM-DD`. */
  readonly made: string;
}

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const attribution = 'Inside the Supernode';

/** A collection as one JSON document: licence, provenance, the records as they are kept, and the sources they cite. */
export function asJson(catalogue: Catalogue, collection: Collection, { site, made }: Provenance): string {
  const records = [...catalogue[collection]].map(([id, record]) => ({ id, ...record }));
  const document = {
    collection,
    from: `${site}/data/${collection}.json`,
    attribution,
    licence,
    made,
    records,
    ...(collection === 'sources' ? {} : { sources: citedBy(catalogue, collection) }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** A collection as CSV (RFC 4180), a statement a row; every row carries licence and provenance. */
export function asCsv(catalogue: Catalogue, collection: Collection, { site, made }: Provenance): string {
  const from = { licence: licence.name, attribution, from: `${site}/data/${collection}.csv`, made };
  const rows = rowsOf(catalogue, collection).map((row) => ({ ...row, ...from }));
  const columns = Object.keys(rows[0] ?? from);
  const lines = [columns, ...rows.map((row: Row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

type Row = Readonly<Record<string, string | number | boolean | undefined>>;

function rowsOf(catalogue: Catalogue, collection: Collection): Row[] {
  if (collection === 'sources') return [...catalogue.sources.keys()].map((id) => sourceRow(catalogue, id));
  if (collection === 'terms')
    return [...catalogue.terms].map(([id, { term, also, zh, definition, sources }]) => ({
      id,
      term,
      also: also.join('; '),
      zh,
      definition,
      ...citation(catalogue, sources),
    }));
  return [...catalogue[collection]].flatMap(([id, { name, maker, properties }]) =>
    Object.entries(properties).flatMap(([property, statements]) =>
      statements.map((statement) => ({
        id,
        name,
        maker,
        property,
        label: catalogue.properties.get(property)!.label,
        ...statementRow(statement),
        ...citation(catalogue, statement.sources),
      })),
    ),
  );
}

function statementRow(statement: Statement): Row {
  const { value, unit } = statement;
  const quantity = units.get(unit ?? '')?.quantity;
  const measured = quantity === undefined ? undefined : rangeInSi(statement);
  const isRange = typeof value === 'object' && 'low' in value;
  return {
    value: isRange ? `${value.low} to ${value.high}` : Array.isArray(value) ? value.join('; ') : value,
    unit,
    base_low: measured?.low,
    base_high: measured?.high,
    base_unit: quantity && quantity in baseUnit ? baseUnit[quantity as keyof typeof baseUnit] : undefined,
    bound: statement.bound,
    direction: statement.direction,
    format: statement.format,
    sparsity: statement.sparsity,
    status: statement.status,
    disputed: statement.disputed ?? false,
    stated_on: statement.stated_on,
    as_of: statement.as_of,
    derivation: statement.derivation,
    reason: statement.reason,
    note: statement.note,
  };
}

function sourceRow(catalogue: Catalogue, id: string): Row {
  const { title, publisher, url, published, kind, access } = catalogue.sources.get(id)!;
  return { id, title, publisher, url, published, kind, access };
}

function citation(catalogue: Catalogue, ids: readonly string[]): Row {
  return {
    sources: ids.join('; '),
    source_addresses: ids.map((id) => catalogue.sources.get(id)!.url).join(' '),
  };
}

function citedBy(catalogue: Catalogue, collection: Exclude<Collection, 'sources'>) {
  const ids =
    collection === 'terms'
      ? [...catalogue.terms.values()].flatMap(({ sources }) => sources)
      : [...catalogue[collection].values()].flatMap(({ properties }) =>
          Object.values(properties).flatMap((statements) => statements.flatMap(({ sources }) => sources)),
        );
  return [...new Set(ids)].sort().map((id) => citedSource(catalogue, id));
}

function cell(value: string | number | boolean): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
