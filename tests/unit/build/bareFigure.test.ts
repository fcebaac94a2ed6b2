import { expect, test } from 'vitest';
import { knownIn, problemsIn, type Known } from '../../../src/build/bareFigure.ts';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { soundContent } from '../data/raw.ts';

const known: Known = knownIn(buildCatalogue(soundContent()));
const problems = (source: string) => problemsIn(source, 'content/en/article.mdx', known);

test('a figure typed in prose is named with its file and line', () => {
  expect(problems('First line.\n\nA hall\nof 160 cabinets.')).toEqual([
    expect.stringMatching(/^content\/en\/article\.mdx:4: bare figure "160 cabinets": allowed: <Value of=/),
  ]);
});

test('front matter counts in the line, and its prose is read', () => {
  const source =
    '---\ntitle: The 8,192\nstandfirst: It holds 8,192 chips.\norder: 2\n---\n\nWith 64 chips each.';
  expect(problems(source).map((line) => line.slice(0, line.indexOf(': allowed')))).toEqual([
    'content/en/article.mdx:3: bare figure "8,192 chips"',
    'content/en/article.mdx:7: bare figure "64 chips"',
  ]);
});

test.each([
  '# The 8,192 of them',
  'Code such as `x = 384` stays.',
  '```ts\nconst chips = 384;\n```',
  '<Example title="With 4 chips">\n\nTake 4 chips and 12 links.\n\n</Example>',
  'Chips: <Value of="chip-a.fp8-pflops" /> each.',
  '<Term id="npu">NPUs</Term> compute.',
  '{/* 384 chips */}',
  '<Derived expression="chip-a.fp8-pflops * 2" />',
  'Chip A of 2025.',
])('is fine: %s', (source) => {
  expect(problems(source)).toEqual([]);
});

test.each([
  ['- 12 chips', 'bare figure "12 chips"'],
  ['| a |\n|---|\n| 12 kW |', 'bare figure "12 kW"'],
  ['*With **64** chips.*', 'bare figure "64"'],
  ['[64 chips](/en/)', 'bare figure "64 chips"'],
  ['<Note>\n\nIt has 64 chips.\n\n</Note>', 'bare figure "64 chips"'],
  [
    '<Guess kind="number" question="Where do 8 GPUs end?" answer="chip-a.fp8-pflops" />',
    'bare figure "8 GPUs"',
  ],
  [
    '<Value of="chip-a.fp8-plops" />',
    '<Value> names "chip-a.fp8-plops", which is not on record: nearest: chip-a.fp8-pflops',
  ],
  ['<Derived expression="2 * chip-z.fp8-pflops" />', '<Derived> names "chip-z.fp8-pflops"'],
  ['<Guess kind="number" question="How many?" answer="chip-a.count" />', '<Guess> names "chip-a.count"'],
  ['<Term id="gpu">GPU</Term>', '<Term> names "gpu", which is not on record: nearest: npu'],
])('is refused: %s', (source, problem) => {
  expect(problems(source)).toEqual([expect.stringContaining(problem)]);
});
