import type { Collection } from './collection.ts';
import type { Catalogue } from './catalog.ts';
import { rowsOf, termOf, type Row } from './downloadRow.ts';
import { citedSource } from './figure.ts';

/** Where a download comes from. */
export interface Provenance {
  /** Address of the site, without a trailing slash. */
  readonly site: string;
  /** Day of the commit it was made from, `YYYY-MM-DD`, or `unknown`. */
  readonly made: string;
  /** Last day of the evidence on rules and events, `YYYY-MM-DD`. */
  readonly evidenceTo: string;
  readonly version: string;
  readonly commit: string;
}

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const attribution = 'Inside the Supernode';

/** A collection as one JSON document: licence, provenance, the records as they are kept, and the sources they cite. */
export function asJson(
  catalogue: Catalogue,
  collection: Collection,
  { site, made, evidenceTo, version, commit }: Provenance,
): string {
  const records = [...catalogue[collection]].map(([id, record]) => ({
    id,
    ...record,
    ...termOf(record, evidenceTo),
  }));
  const document = {
    collection,
    from: `${site}/data/${collection}.json`,
    attribution,
    licence,
    made,
    version,
    commit,
    records,
    ...(collection === 'sources' ? {} : { sources: citedBy(catalogue, collection) }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/**
 * A collection as CSV (RFC 4180), a statement a row, and a row for a rule or an event that has none; every row carries
 * licence and provenance.
 */
export function asCsv(
  catalogue: Catalogue,
  collection: Collection,
  { site, made, evidenceTo, version, commit }: Provenance,
): string {
  const from = {
    licence: licence.name,
    attribution,
    from: `${site}/data/${collection}.csv`,
    made,
    version,
    commit,
  };
  const rows = rowsOf(catalogue, collection, evidenceTo).map((row) => ({ ...row, ...from }));
  const columns = Object.keys(rows[0] ?? from);
  const lines = [columns, ...rows.map((row: Row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function citedBy(catalogue: Catalogue, collection: Exclude<Collection, 'sources'>) {
  const ids =
    collection === 'terms'
      ? [...catalogue.terms.values()].flatMap(({ sources }) => sources)
      : [...catalogue[collection].values()].flatMap((record) => [
          ...('sources' in record ? record.sources : []),
          ...Object.values(record.properties).flatMap((statements) =>
            statements.flatMap(({ sources }) => sources),
          ),
        ]);
  return [...new Set(ids)].sort().map((id) => citedSource(catalogue, id));
}

function cell(value: string | number | boolean): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
