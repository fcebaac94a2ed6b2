import { expect, test } from 'vitest';
import { pageEvidence } from '../../../src/components/pageEvidence.ts';
import { figureOf } from '../../../src/data/figure.ts';
import { readCatalogue } from '../../../src/data/read.ts';

const catalogue = readCatalogue();
const page = (keys: readonly string[], reads: readonly string[] = []) =>
  pageEvidence(
    catalogue,
    {
      figures: new Map(keys.map((key) => [key, { figure: figureOf(catalogue, key), asOf: undefined }])),
      reads: new Set(reads),
    },
    '2026-10-08',
  );

test('names each part of the record that the page uses, and no other', () => {
  const parts = (...given: Parameters<typeof page>) => page(...given).parts.map(({ part }) => part);
  expect(parts(['nvidia-h20.tpp'])).toEqual(['chips']);
  expect(parts(['ifr-2023-10.tpp-high', 'nvidia-h20.tpp'])).toEqual(['chips', 'rules']);
  expect(parts([], ['systems', 'events', 'sources'])).toEqual(['machines', 'rules']);
  expect(parts([])).toEqual([]);
});

test('gives the newest reading of a part, the end of the evidence for rules, and the oldest reading of the page', () => {
  const keys = ['nvidia-h20.applicable-die-area', 'nvidia-h20.tpp'];
  const read = keys.map((key) => figureOf(catalogue, key).shown!.as_of);
  const { parts, oldest } = page([...keys, 'ifr-2023-10.tpp-high']);
  expect(parts).toContainEqual({ part: 'rules', readTo: '2026-10-08' });
  expect(read).toContain(parts.find(({ part }) => part === 'chips')!.readTo);
  expect([...read, '2026-10-08']).toContain(oldest);
  for (const day of read) expect(oldest!.slice(0, 4) <= day.slice(0, 4)).toBe(true);
  expect(page([], ['rules']).oldest).toBeNull();
});

test('claims no later reading than is known where a figure says its year alone', () => {
  const { parts } = page([], ['chips']);
  expect(parts[0]!.readTo).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
