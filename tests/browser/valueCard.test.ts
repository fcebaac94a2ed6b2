import { expect, test } from 'vitest';
import { article, open, useBrowser } from './harness.ts';

useBrowser();

const value = 'article .prose a.value';
const opened = '.card:popover-open';

test('a press on a figure opens its card, a second one closes it, and the page stays where it is', async () => {
  const { page } = await open(article);
  const before = page.url();
  const figure = page.locator(value).first();
  await figure.click();
  await expect.poll(() => page.locator(opened).count()).toBe(1);
  await figure.click();
  await expect.poll(() => page.locator(opened).count()).toBe(0);
  expect(page.url()).toBe(before);
});

test('a figure opens its card from the keyboard, and Escape closes it', async () => {
  const { page } = await open(article);
  const figure = page.locator(value).first();
  await figure.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator(opened).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(opened).count()).toBe(0);
});

test('a finger opens and closes it too', async () => {
  const { page } = await open(article, { hasTouch: true, viewport: { width: 375, height: 812 } });
  const figure = page.locator(value).first();
  await figure.tap();
  await expect.poll(() => page.locator(opened).count()).toBe(1);
  await figure.tap();
  await expect.poll(() => page.locator(opened).count()).toBe(0);
});

test('without script it leads to its source on the page', async () => {
  const { page } = await open(article, { javaScriptEnabled: false });
  await page.locator(value).first().click();
  const target = page.locator('.sources :target');
  expect(await target.count()).toBe(1);
  expect(await target.innerText()).not.toBe('');
});

test('the cards are asked for with the first one, once, and hover opens it', async () => {
  const { page, requests } = await open(article);
  const asked = () => requests.filter((url) => url.endsWith('/cards.json')).length;
  expect(asked()).toBe(0);
  for (const index of [0, 1]) {
    const figure = page.locator(value).nth(index);
    await figure.hover();
    const card = page.locator(`[id="${await figure.getAttribute('data-card')}"]:popover-open`);
    await expect.poll(() => card.count()).toBe(1);
    expect(await card.innerText()).not.toBe('');
    await page.keyboard.press('Escape');
  }
  expect(asked()).toBe(1);
});

test('the figures of a sum open their own cards', async () => {
  const { page } = await open(article);
  await page.locator('article .prose a.value[data-card^="derived-"]').first().click();
  const part = page.locator(`${opened} button.value`).first();
  await expect.poll(() => part.count()).toBe(1);
  const target = (await part.getAttribute('popovertarget'))!;
  await part.click();
  await expect.poll(() => page.locator(`[id="${target}"]:popover-open`).count()).toBe(1);
});

test('where the cards do not come a figure leads to its source, and the next press asks again', async () => {
  const { page } = await open(article);
  let refuse = true;
  await page.route('**/cards.json', (route) => (refuse ? route.abort() : route.continue()));
  const figure = page.locator(value).first();
  await figure.click();
  await expect.poll(() => page.locator('.sources :target').count()).toBe(1);
  expect(await page.locator(opened).count()).toBe(0);
  refuse = false;
  await figure.click();
  await expect.poll(() => page.locator(opened).count()).toBe(1);
});

test('a word of the field opens its definition under a finger, and leads to the glossary where that does not come', async () => {
  const { page } = await open(article, { hasTouch: true, viewport: { width: 375, height: 812 } });
  const term = page.locator('article .prose a.term').first();
  await term.tap();
  await expect.poll(() => page.locator(`${opened} .card-term`).count()).toBe(1);
  const other = await open(article, { hasTouch: true, viewport: { width: 375, height: 812 } });
  await other.page.route('**/cards.json', (route) => route.abort());
  await other.page.locator('article .prose a.term').first().tap();
  await expect.poll(() => new URL(other.page.url()).pathname).toMatch(/\/en\/glossary\/$/);
});
