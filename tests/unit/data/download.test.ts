import { expect, test } from 'vitest';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { asCsv, asJson } from '../../../src/data/download.ts';
import { collections } from '../../../src/data/collection.ts';
import { readCatalogue } from '../../../src/data/read.ts';
import { soundContent } from './raw.ts';

const provenance = {
  site: 'https://example.org/base',
  made: '2026-11-22',
  evidenceTo: '2026-10-08',
  version: '1.2.3',
  commit: 'abc',
};

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
    version: '1.2.3',
    commit: 'abc',
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
    version: '1.2.3',
    commit: 'abc',
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
  const kept = document.records.filter(
    (one: { properties?: object; date?: string; effective_from?: string }) =>
      one.date !== undefined ||
      one.effective_from !== undefined ||
      Object.keys(one.properties ?? { any: 1 }).length > 0,
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(kept.length);
  expect(rows.every((row) => Object.keys(row).length === Object.keys(rows[0]!).length)).toBe(true);
});

test('an event keeps its row where it has no figure, and repeats it for each that it has', () => {
  const catalogue = readCatalogue();
  const rows = parseCsv(asCsv(catalogue, 'events', provenance));
  const [bare, ...more] = rows.filter(({ id }) => id === 'us-macau-jan-2023');
  expect(more).toEqual([]);
  expect(bare).toMatchObject({
    date: '2023-01-18',
    jurisdiction: 'US',
    rules: 'ifr-2022-10',
    record_sources: 'fr-2023-00888; thompsonhine-2023-01',
    property: '',
    value: '',
    licence: 'CC BY 4.0',
  });
  const letters = rows.filter(({ id }) => id === 'us-h20-letter-apr-2025');
  expect(letters.find(({ property }) => property === 'charge-booked')).toMatchObject({
    event_status: 'in-force',
    value: '4.5',
    unit: 'GUSD',
    base_low: '4500000000',
    base_unit: 'USD',
    stated_on: '2025-05-28',
  });
});

test('a rule comes with its clauses in JSON and with its lines in CSV', () => {
  const catalogue = readCatalogue();
  const document = JSON.parse(asJson(catalogue, 'rules', provenance));
  const rule = document.records.find(({ id }: { id: string }) => id === 'ifr-2023-10');
  expect(rule.controls.map(({ clause }: { clause: string }) => clause)).toContain('3A090.b.2');
  const cited = document.sources.map(({ id }: { id: string }) => id);
  for (const id of rule.sources) expect(cited).toContain(id);
  const rows = parseCsv(asCsv(catalogue, 'rules', provenance));
  expect(rows.find(({ id, property }) => id === 'ifr-2023-10' && property === 'density-high')).toMatchObject({
    citation: '88 FR 73458',
    effective_from: '2023-11-17',
    effective_to: '',
    value: '5.92',
    unit: 'TPP/mm2',
  });
});

test('rules and events carry their own end and the day of the evidence, whatever the day of the file', () => {
  const catalogue = readCatalogue();
  for (const made of ['2026-10-20', '2027-06-01']) {
    const { records } = JSON.parse(asJson(catalogue, 'events', { ...provenance, made })) as {
      records: { id: string; ends_on: string | null; evidence_to: string }[];
    };
    const pause = records.find(({ id }) => id === 'us-affiliates-suspended')!;
    expect(pause).toMatchObject({ ends_on: '2026-11-09', evidence_to: '2026-10-08' });
    expect(records.find(({ id }) => id === 'cn-cac-summons')!.ends_on).toBeNull();
    const row = parseCsv(asCsv(catalogue, 'events', { ...provenance, made })).find(
      ({ id }) => id === 'us-affiliates-suspended',
    )!;
    expect(row).toMatchObject({ ends_on: '2026-11-09', evidence_to: '2026-10-08' });
  }
  const text = (made: string) => asCsv(catalogue, 'events', { ...provenance, made }).replaceAll(made, '');
  expect(text('2026-10-20')).toBe(text('2027-06-01'));
});
