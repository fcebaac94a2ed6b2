import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settle } from '../../src/build/settle.ts';
import { address, open, useBrowser } from './harness.ts';

useBrowser();

const home = '/en/';
const stops = ['package', 'board', 'cabinet', 'pod', 'hall', 'cluster'];
const hash = (page: Page) => page.evaluate(() => location.hash);
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'] ?? 'none');
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const still = { reducedMotion: 'reduce' } as const;
// A page whose theme was chosen is given to no other test.
const alone = { ...still, colorScheme: 'light', fresh: true } as const;
const [lightPaper, darkPaper] = ['rgb(242, 244, 243)', 'rgb(13, 20, 24)'];

test.each([
  [1440, 900],
  [375, 812],
])('at %i × %i the first screen holds words, drawing, date and the way in', async (width, height) => {
  const { page } = await open(home, { viewport: { width, height } });
  await settle(page);
  for (const part of [
    'h1',
    '.hero-stakes',
    '.hero-begin > a',
    '.hero-hall > svg',
    '.hero-chip > svg',
    '.hero-date',
    '.wire-steps',
  ]) {
    const box = (await page.locator(part).first().boundingBox())!;
    expect(box.y, part).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height, part).toBeLessThanOrEqual(height);
    expect(box.x + box.width, part).toBeLessThanOrEqual(width + 1);
  }
  const said = (await page.locator('.hero-words').textContent())!;
  for (const name of ['Huawei', 'NVIDIA', 'China', 'United States', 'AI', 'Does it work?'])
    expect(said).toContain(name);
  expect(await page.locator('.hero-begin > a').first().getAttribute('href')).toBe('/en/one-machine/');
});

const partNames = ['The machine', 'The wires', 'The bet', 'The rules', 'The ecosystem'];
/** Articles that are written, in their order. */
const finished = readdirSync('content/en')
  .map((file) => readFileSync(`content/en/${file}`, 'utf8'))
  .flatMap((text) => {
    const [order, part] = ['order', 'part'].map((key) => new RegExp(`^${key}: (\\d+)$`, 'm').exec(text)?.[1]);
    return order && part ? [{ order: Number(order), part: Number(part) }] : [];
  })
  .sort((a, b) => a.order - b.order);

test('every stop is a fragment: the address leads to it, and it stays in the address as one goes on', async () => {
  const { page } = await open(`${home}#pod`, still);
  await settle(page);
  const step = (id: string) => page.locator(`.wire-steps > a[href="#${id}"]`);
  await expect.poll(() => step('pod').getAttribute('aria-current')).toBe('step');
  const top = await page.locator('#pod').evaluate((stop) => stop.getBoundingClientRect().top);
  expect(Math.abs(top - 56)).toBeLessThan(3);
  await step('pod').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => hash(page)).toBe('#hall');
  await page.keyboard.press('Home');
  await expect.poll(() => hash(page)).toBe('#package');
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).hash)).toBe('#package');
  await page.keyboard.press('End');
  await expect.poll(() => hash(page)).toBe('#cluster');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => step('hall').getAttribute('aria-current')).toBe('step');
  expect(await page.locator('.wire-steps > [aria-current]').count()).toBe(1);
});

test('an address of the flight that stood here leads to the same stop', async () => {
  const { page } = await open(`${home}?stage=cabinet`, still);
  await expect.poll(() => hash(page)).toBe('#cabinet');
});

test('scrolling snaps to stops, and not where motion is to be reduced', async () => {
  // As the browser writes `y proximity`.
  const kind = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).scrollSnapType);
  const { page } = await open(home, { reducedMotion: 'no-preference' });
  expect(await kind(page)).toBe('y');
  expect(await page.locator('#hall').evaluate((stop) => getComputedStyle(stop).scrollSnapAlign)).toBe(
    'start',
  );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await kind(page)).toBe('none');
});

test('the wire is drawn true: in every stop it runs the whole height, and its thickness follows one scale', async () => {
  const { page } = await open(home, still);
  const drawn = await page.locator('.wire-stop').evaluateAll((all) =>
    all.map((stop) => {
      const box = stop.getBoundingClientRect();
      const strands = [...stop.querySelectorAll('.wire-side .wire-copper, .wire-side .wire-light')];
      const longest = Math.max(...strands.map((strand) => strand.getBoundingClientRect().height));
      return { ports: strands.length, gap: Math.abs(longest - box.height) };
    }),
  );
  expect(drawn.map(({ ports }) => ports)).toEqual([15, 15, 8, 4, 4, 2]);
  // The hairline above a stop is not the wire's.
  for (const { gap } of drawn) expect(gap).toBeLessThan(2);
});

test('without script every stop has its drawing, its sentence, its count, its way and an address', async () => {
  const { page } = await open(`${home}#hall`, { javaScriptEnabled: false });
  expect(await page.locator('.wire-stop').evaluateAll((all) => all.map(({ id }) => id))).toEqual(stops);
  expect(await page.locator('.wire-drawing svg').count()).toBe(stops.length);
  expect(await page.locator('.wire-count').allTextContents()).toEqual([
    '1',
    '8',
    '64',
    '1,024',
    '8,192',
    '524,288',
  ]);
  const top = await page.locator('#hall').evaluate((stop) => stop.getBoundingClientRect().top);
  expect(Math.abs(top - 56)).toBeLessThan(3);
  expect(await page.locator('.site-theme').isVisible()).toBe(false);
});

test('the header names parts with articles alone, and opens one of them at a time', async () => {
  const { page } = await open(home, still);
  const parts = page.locator('.site-part > summary');
  expect((await parts.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    ...new Set(finished.map(({ part }) => partNames[part - 1]!)),
  ]);
  await parts.first().press('Enter');
  expect(await page.locator('.site-part[open] a').count()).toBe(
    finished.filter(({ part }) => part === finished[0]!.part).length,
  );
  await parts.nth(1).press('Enter');
  await expect.poll(() => page.locator('.site-part[open]').count()).toBe(1);
});

test('every article has a drawing of its own in the theme that is worn, and the other is not asked for', async () => {
  const { page, requests } = await open(home, still);
  await page.locator('#contents').scrollIntoViewIfNeeded();
  const drawings = page.locator('.contents-drawing > img:visible');
  await expect.poll(() => drawings.count()).toBe(finished.length);
  for (const drawing of await drawings.all()) {
    await drawing.scrollIntoViewIfNeeded();
    await expect
      .poll(() => drawing.evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  }
  expect(requests.filter((url) => url.endsWith('small-light.svg'))).toHaveLength(finished.length);
  expect(requests.filter((url) => url.endsWith('small-dark.svg'))).toHaveLength(0);
});

test('a chosen theme holds from page to page, outranks the system, and goes back to it', async () => {
  const { page } = await open(home, alone);
  const choose = page.locator('[data-choose-theme]');
  expect(await paper(page)).toBe(lightPaper);
  await choose.nth(2).press('Enter');
  expect(await theme(page)).toBe('dark');
  expect(await paper(page)).toBe(darkPaper);
  expect(await choose.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')))).toEqual([
    'false',
    'false',
    'true',
  ]);
  await page.goto(`${address}/en/about/`);
  expect(await theme(page)).toBe('dark');
  expect(await paper(page)).toBe(darkPaper);
  await page.locator('[data-choose-theme="auto"]').click();
  expect(await theme(page)).toBe('none');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('without storage the switch works for the page', async () => {
  const { page, errors } = await open('/en/about/', alone);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.reload();
  await page.locator('[data-choose-theme="dark"]').click();
  expect(await paper(page)).toBe(darkPaper);
  expect(errors).toEqual([]);
});

test('colours that a reader forces outrank a chosen theme', async () => {
  const { page } = await open('/en/about/', alone);
  await page.locator('[data-choose-theme="dark"]').click();
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await paper(page)).not.toBe(darkPaper);
});

test('the scroll of paper is two metres long', async () => {
  const { page } = await open(home, still);
  const answer = await page.request.get(`${address}/en/wire.svg`);
  expect(answer.ok()).toBe(true);
  expect(await answer.text()).toMatch(/^<svg[^>]* width="297mm" height="2000mm" viewBox="0 0 297 2000"/);
});
