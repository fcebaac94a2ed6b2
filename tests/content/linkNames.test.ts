import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';

const pages = readdirSync('dist/en', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('index.html'),
);

test('there are pages', () => expect(pages.length).toBeGreaterThan(15));

/** A value in a sentence is named by its sentence; every other link is read out in a list, without what stands around it. */
const listed = 'main a[href]:not(.value)';

test.each(pages)('%s: links that lead to different places have different names', (file) => {
  const { document } = parseHTML(readFileSync(`dist/en/${file}`, 'utf8'));
  const places = new Map<string, Set<string>>();
  for (const link of document.querySelectorAll(listed)) {
    const by = link.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = by.map((id) => document.getElementById(id)!.textContent);
    const named = link.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : link.textContent);
    const name = named.replace(/\s+/g, ' ').trim();
    places.set(name, (places.get(name) ?? new Set()).add(link.getAttribute('href')!));
  }
  const alike = [...places].filter(([, hrefs]) => hrefs.size > 1).map(([name, hrefs]) => [name, ...hrefs]);
  expect(alike).toEqual([]);
});
