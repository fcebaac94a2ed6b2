import { expect, test } from 'vitest';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { asCsv, asJson, collections } from '../../../src/data/download.ts';
import { readCatalogue } from '../../../src/data/read.ts';
import { soundContent } from './raw.ts';

const provenance = { site: 'https://example.org/base', made: '2026-11-22' };

/** Reads CSV as RFC 4180 describes it. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [head, ...body] = rows.filter(({ length }) => length > 0);
  return body.map((row) => Object.fromEntries(head!.map((column, i) => [column, row[i]!])));
}

test('JSON carries licence, provenance, date, every statement and the sources cited', () => {
  const document = JSON.parse(asJson(buildCatalogue(soundContent()), 'chips', provenance));
  expect(document).toMatchObject({
    collection: 'chips',
    from: 'https://example.org/base/data/chips.json',
    attribution: 'Inside the Supernode',
    licence: { name: 'CC BY 4.0' },
    made: '2026-11-22',
  });
  expect(document.records[0]).toMatchObject({ id: 'chip-a', name: 'Chip A' });
  expect(document.records[0].properties['fp8-pflops']).toHaveLength(3);
  expect(document.sources.map(({ id }: { id: string }) => id)).toEqual(['keynote', 'roadmap']);
});

test('CSV has a row for every statement, with its value in base units too', () => {
  const rows = parseCsv(asCsv(buildCatalogue(soundContent()), 'chips', provenance));
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({
    id: 'chip-a',
    property: 'link-bandwidth',
    label: 'Bandwidth of the link',
    value: '2',
    unit: 'TB/s',
    base_low: '2000000000000',
    base_unit: 'B/s',
    direction: 'both',
    status: 'announced',
    stated_on: '2025-09-18',
    sources: 'roadmap',
    source_addresses: 'https://example.com/a',
    licence: 'CC BY 4.0',
    from: 'https://example.org/base/data/chips.csv',
    made: '2026-11-22',
  });
  expect(rows.filter(({ disputed }) => disputed === 'true')).toHaveLength(1);
});

test('CSV survives commas, quotes and line breaks', () => {
  const content = soundContent();
  content.terms[0]!.data.definition = 'A "chip",\nno less.';
  const [row] = parseCsv(asCsv(buildCatalogue(content), 'terms', provenance));
  expect(row).toMatchObject({ id: 'npu', definition: 'A "chip",\nno less.', zh: '神经网络处理器' });
});

test.each(collections)('the real %s come out whole in both forms', (collection) => {
  const catalogue = readCatalogue();
  const document = JSON.parse(asJson(catalogue, collection, provenance));
  const rows = parseCsv(asCsv(catalogue, collection, provenance));
  expect(document.records).toHaveLength(catalogue[collection].size);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(
    document.records.filter(
      (one: { properties?: object }) => Object.keys(one.properties ?? { any: 1 }).length > 0,
    ).length,
  );
  expect(rows.every((row) => Object.keys(row).length === Object.keys(rows[0]!).length)).toBe(true);
});
