import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { documentWeight } from '../../src/build/documentWeight.ts';

const articles = readdirSync('content/en')
  .filter((file) => /^order: /m.test(readFileSync(`content/en/${file}`, 'utf8')))
  .map((file) => basename(file, '.mdx'));

/** What HTML alone may weigh, bytes. */
const rawBound = 220_000;

test('there are articles', () => expect(articles.length).toBeGreaterThanOrEqual(4));

test.each(articles)('the document of %s keeps its bounds', (article) => {
  const { brotli, raw, nodes } = documentWeight('dist', `/en/${article}/`);
  expect(brotli).toBeLessThanOrEqual(60_000);
  expect(raw).toBeLessThanOrEqual(rawBound);
  expect(nodes).toBeLessThanOrEqual(3000);
});
