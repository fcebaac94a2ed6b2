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
  expect(await page.locator(opened).count()).toBe(1);
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
