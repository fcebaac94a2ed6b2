import { Readability } from '@mozilla/readability';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

/** Articles as they were built; the whole test command builds them first. */
const articles = globSync('content/en/*.mdx')
  .filter((file) => /^order:/m.test(readFileSync(file, 'utf8')))
  .map((file) => /([^/]+)\.mdx$/.exec(file)![1]!);
const built = (slug: string) => `dist/en/${slug}/index.html`;

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe.runIf(existsSync('dist/en'))('in a reader view', () => {
  test.each(articles)('%s keeps its sentences, and what a reader view prints above them', (slug) => {
    const html = readFileSync(built(slug), 'utf8');
    const said = [...parseHTML(html).document.querySelectorAll('article .prose :is(p, h2, h3, li)')]
      .filter((one) => !one.closest('supernode-figure, [data-guess], .guess'))
      .map((one) => plain(one.textContent))
      .filter((text) => text !== '');
    expect(said.length).toBeGreaterThan(20);
    const read = new Readability(parseHTML(html).document).parse()!;
    const kept = plain(read.textContent ?? '');
    expect(said.filter((text) => !kept.includes(text))).toEqual([]);
    expect(read.byline).toBe('Inside the Supernode');
    expect(read.publishedTime).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test.each(articles)('a figure in the prose of %s is a link to a source of the page', (slug) => {
    const { document } = parseHTML(readFileSync(built(slug), 'utf8'));
    const values = [...document.querySelectorAll('article .prose .value')];
    expect(values.length).toBeGreaterThan(5);
    for (const value of values) {
      const target = value.getAttribute('href')!;
      expect(target).toMatch(/^#/);
      const entry = document.getElementById(target.slice(1));
      expect(entry?.closest('.sources'), `${value.textContent} → ${target}`).toBeTruthy();
    }
  });
});
