import { globSync } from 'node:fs';
import { sep } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { accessibilityViolations } from '../../src/build/accessibility.ts';
import { settle } from '../../src/build/settle.ts';
import { address, shareOf } from './harness.ts';
import { closePool, withPage } from './pagePool.ts';

afterAll(closePool);

const pages = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => `/${file.split(sep).join('/')}`.replace(/index\.html$/, ''))
  .sort();
const looked = shareOf('PAGES', pages);

/** Anchors and links of the pages seen so far, by path. */
const seen = new Map<string, { ids: Set<string>; links: string[] }>();

async function look(page: Page, path: string): Promise<void> {
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  }));
  seen.set(path, { ids: new Set(ids), links });
}

/** A figure brings its own page and its embed; any other page is one of the site's. */
function spentOn(path: string): { figure: string } | { page: string } {
  const figure = /^\/(?:[a-z-]+\/widgets|embed\/v1)\/([^/]+)\/$/.exec(path)?.[1];
  return figure === undefined ? { page: path } : { figure };
}

test('the site has pages', () => expect(pages).toContain('/en/'));

for (const path of looked)
  test(
    `${path} asks nobody else for anything, keeps nothing, fails nowhere, moves nothing, and has no barrier in either theme`,
    { meta: spentOn(path) },
    () =>
      withPage({ withoutCache: true }, async ({ page, errors, requests }) => {
        await page.goto(address + path, { waitUntil: 'load' });
        await look(page, path);
        await settle(page, 700);
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
        expect(await accessibilityViolations(page, 'colours'), 'dark, on a desk').toEqual([]);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await accessibilityViolations(page), 'dark, on a phone').toEqual([]);
      }),
  );

test('every link within the site leads somewhere, to its anchor too', () =>
  withPage({}, async ({ page }) => {
    const idsOf = async (path: string) => {
      if (!seen.has(path)) {
        await page.goto(address + path, { waitUntil: 'domcontentloaded' });
        await look(page, path);
      }
      return seen.get(path)!.ids;
    };
    for (const path of looked) await idsOf(path);
    const links = looked.flatMap((from) => seen.get(from)!.links.map((href) => [from, href] as const));
    const broken: string[] = [];
    const checked = new Map<string, boolean>();
    for (const [from, href] of links.filter(([, href]) => href.startsWith(address))) {
      const { pathname: to, hash } = new URL(href);
      const anchor = decodeURIComponent(hash.slice(1));
      if (pages.includes(to)) {
        if (anchor !== '' && !(await idsOf(to)).has(anchor)) broken.push(`${from} → ${to}#${anchor}`);
        continue;
      }
      if (!checked.has(to)) checked.set(to, (await page.request.get(new URL(to, address).href)).ok());
      if (!checked.get(to)) broken.push(`${from} → ${to}`);
    }
    expect(broken).toEqual([]);
  }));
