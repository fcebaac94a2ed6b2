import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { documentWeight } from '../../src/build/documentWeight.ts';

const articles = readdirSync('content/en')
  .filter((file) => /^order: /m.test(readFileSync(`content/en/${file}`, 'utf8')))
  .map((file) => basename(file, '.mdx'));

/** What HTML alone may weigh, bytes. */
const rawBound = 220_000;
/**
 * Two are heavier, and may not grow: the drawing of a whole hall, for which no shorter way to write it was found that
 * changes no pixel, and the list of events, where each of some four hundred links is named by its event or title too. Five thousand of each are the captions, pictures
 * and words of its stills.
 */
const rawBoundOf: Readonly<Record<string, number>> = {
  'inside-the-rack': 232_000,
  'moves-and-counter-moves': 256_000,
};

test('there are articles', () => expect(articles.length).toBeGreaterThanOrEqual(4));

test.each(articles)('the document of %s keeps its bounds', (article) => {
  const { brotli, raw, nodes } = documentWeight('dist', `/en/${article}/`);
  expect(brotli).toBeLessThanOrEqual(60_000);
  expect(raw).toBeLessThanOrEqual(rawBoundOf[article] ?? rawBound);
  expect(nodes).toBeLessThanOrEqual(3000);
});
