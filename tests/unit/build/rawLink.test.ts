import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rawLinksIn } from '../../../src/build/rawLink.ts';

test.each([
  ['Read\n[the first](/en/one-machine/).', 2, '/en/one-machine/'],
  ['[the first][one]\n\n[one]: /en/one-machine/', 3, '/en/one-machine/'],
  ['<a href="/data/chips.csv">chips</a>', 1, '/data/chips.csv'],
  ['![hall](/hall.png)', 1, '/hall.png'],
  ['- <Page to="/en/x/">x</Page> and <img src="/hall.png" />', 1, '/hall.png'],
])('an address from the root of the host is named with its line: %s', (source, line, address) => {
  expect(rawLinksIn(source, 'content/en/x.mdx')).toEqual([
    `content/en/x.mdx:${line}: raw internal link "${address}": allowed: <Page to="${address}">…</Page>`,
  ]);
});

test.each([
  '<Page to="/en/x/">x</Page>',
  '[out](https://example.org/en/)',
  '[below](#sources)',
  '`/en/x/`',
  '[a](//example.org)',
])('is fine: %s', (source) => expect(rawLinksIn(source, 'content/en/x.mdx')).toEqual([]));

test('no article or page of ours holds one', () => {
  const files = globSync('content/**/*.mdx');
  expect(files.length).toBeGreaterThan(4);
  expect(files.flatMap((file) => rawLinksIn(readFileSync(file, 'utf8'), file))).toEqual([]);
});
