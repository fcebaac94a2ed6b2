import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownIn, problemsIn } from '../../src/build/bareFigure.ts';
import { figureOf } from '../../src/data/figure.ts';
import { readCatalogue } from '../../src/data/read.ts';
import { readMeasurements } from '../../src/data/readRecords.ts';
import { isRecordDate } from '../../src/encoding/date.ts';
import { formatStatement } from '../../src/encoding/format.ts';
import { formatInProse } from '../../src/encoding/prose.ts';

const catalogue = readCatalogue();
const known = knownIn(catalogue);
const folder = new URL('../../content/en/', import.meta.url);
// The changelog tells what a figure was before, so it types figures.
const articles = readdirSync(folder).filter((file) => file.endsWith('.mdx') && file !== 'changelog.mdx');

test.each(articles)('%s types no figure and names only what is on record', (file) => {
  const source = readFileSync(new URL(file, folder), 'utf8');
  expect(problemsIn(source, `content/en/${file}`, known)).toEqual([]);
});

/** Every value that an article prints, with the word before it. */
const values = articles.flatMap((file) =>
  [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(\S+)?\s<Value ([^>]*)\/>/g)].map(
    ([, before = '', attributes = '']) => {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]+)"`).exec(attributes)?.[1];
      return { file, before, of: attribute('of')!, as: attribute('as'), asOf: attribute('asof') };
    },
  ),
);

test.each(values)('$file: “$before” and the value of $of read as a sentence', ({ before, of, as, asOf }) => {
  const { shown } = figureOf(catalogue, of, { asOf });
  const isDate = typeof shown!.value === 'string' && isRecordDate(shown!.value);
  expect(as === 'when', 'only a date takes “when”').toBe(as === 'when' && isDate);
  if (isDate && as !== 'when') expect(['in', 'on', 'by']).not.toContain(before);
  if (isDate || as === 'words') return;
  const text = as === 'number' ? formatStatement(shown!, 'number') : formatInProse(shown!);
  if (/^(at least|up to|about) /.test(text))
    expect(['about', 'some', 'around', 'nearly', 'to', 'than', 'least', 'most', 'under', 'at']).not.toContain(before);
});

test('the articles name what outsiders measured, with the fall from 8 to 128', () => {
  const text = readFileSync(new URL('one-machine.mdx', folder), 'utf8');
  for (const key of ['sgl-dispatch-bandwidth-8', 'sgl-dispatch-bandwidth-128'])
    expect(text).toContain(`<Value of="atlas-900-a3-superpod.${key}" />`);
  expect(text).toContain('<Value of="ascend-950pr.decode-throughput" />');
  expect(text).not.toMatch(/nobody outside has published/);
});

test('the article on adding up sets links, plan and timing of the same run in one row, from 8 chips to 512', () => {
  const text = readFileSync(new URL('adding-up-one-number.mdx', folder), 'utf8');
  const compared = text.split('\n').filter((line) => line.startsWith('|') && line.includes('as="library"'));
  const runs = compared.map((line) => {
    const told = [...line.matchAll(/<Measured row="([^"]+)"(?: as="(\w+)")? \/>/g)];
    const links = line.includes('<Collective ') || told.some(([, , as]) => as === 'ideal');
    expect(links, line).toBe(true);
    expect(new Set(told.map(([, row]) => row)).size, line).toBe(1);
    expect(told.filter(([, , as]) => as === undefined).length, line).toBe(1);
    return told[0]![1]!;
  });
  const rows = new Map([...readMeasurements().values()].flatMap(({ rows: all }) => all.map((row) => [row.id, row])));
  const ranks = runs.map((run) => rows.get(run)!.ranks);
  expect([Math.min(...ranks), Math.max(...ranks)]).toEqual([8, 512]);
});

test.each(['moves-and-counter-moves.mdx', 'what-the-rule-measures.mdx', 'inside-the-rack.mdx'])(
  '%s says nothing that the day of reading makes false',
  (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text).not.toMatch(/\b(runs|lasts|holds) (to|until|through) \d|has not passed|now in force|still in force/);
  },
);
