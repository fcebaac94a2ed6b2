import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownIn, problemsIn } from '../../src/build/bareFigure.ts';
import { readCatalogue } from '../../src/data/read.ts';

const known = knownIn(readCatalogue());
const folder = new URL('../../content/en/', import.meta.url);
// The changelog tells what a figure was before, so it types figures.
const articles = readdirSync(folder).filter((file) => file.endsWith('.mdx') && file !== 'changelog.mdx');

test.each(articles)('%s types no figure and names only what is on record', (file) => {
  const source = readFileSync(new URL(file, folder), 'utf8');
  expect(problemsIn(source, `content/en/${file}`, known)).toEqual([]);
});
