import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityViolations } from '../../src/build/accessibility.ts';
import { networkQuiet } from '../../src/build/pageWeight.ts';
import { address, open, useBrowser } from './harness.ts';

useBrowser();

const pages = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => `/${file.split(sep).join('/')}`.replace(/index\.html$/, ''))
  .sort();

test('the site has pages', () => expect(pages).toContain('/en/'));

test.each(pages)(
  '%s asks nobody else for anything, keeps nothing, fails nowhere, moves nothing, and has no barrier in either theme',
  async (path) => {
    const { page, errors, requests } = await open(path);
    await networkQuiet(page, 700);
    expect(requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    const { stored, counts } = await page.evaluate(() => ({
      stored: window.measured.storage(),
      counts: window.measured.counts(),
    }));
    expect(stored).toEqual([]);
    // To three decimals, as tools print it: a face that arrives late may move the end of a word by a pixel.
    expect(counts.shift.toFixed(3), counts.shifted.join(', ')).toBe('0.000');
    expect(await accessibilityViolations(page), 'light, on a desk').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityViolations(page), 'dark, on a desk').toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await accessibilityViolations(page), 'dark, on a phone').toEqual([]);
  },
);

test('every link within the site leads somewhere, to its anchor too', async () => {
  const { page } = await open('/en/');
  const ids = new Map<string, Set<string>>();
  const wanted: [from: string, to: string, hash: string][] = [];
  for (const path of pages) {
    await page.goto(address + path, { waitUntil: 'domcontentloaded' });
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    }));
    ids.set(path, new Set(found.ids));
    for (const href of found.links) {
      const url = new URL(href);
      if (href.startsWith(address)) wanted.push([path, url.pathname, decodeURIComponent(url.hash.slice(1))]);
    }
  }
  const broken: string[] = [];
  const checked = new Map<string, boolean>();
  for (const [from, to, hash] of wanted) {
    const known = ids.get(to);
    if (!known && !checked.has(to)) checked.set(to, (await page.request.get(new URL(to, address).href)).ok());
    if (!known && !checked.get(to)) broken.push(`${from} → ${to}`);
    if (known && hash !== '' && !known.has(hash)) broken.push(`${from} → ${to}#${hash}`);
  }
  expect(broken).toEqual([]);
});
