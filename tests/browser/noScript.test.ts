import { describe, expect, test } from 'vitest';
import { article, embedPage, open, useBrowser, widgetPage } from './harness.ts';

useBrowser();

describe.each([article, widgetPage, embedPage])('%s without any script', (path) => {
  test('shows the drawing, its title block and what it rests on', async () => {
    const { page, figure } = await open(path, { javaScriptEnabled: false });
    expect(await figure.locator('[data-slot="poster"] svg:visible path').count()).toBeGreaterThan(50);
    for (const place of ['title', 'note', 'scale', 'asof', 'status', 'summary'] as const) {
      expect(await figure.locator(`[data-slot="${place}"]`).innerText(), place).not.toBe('');
    }
    expect(await figure.locator('[data-slot="sources"] a').count()).toBeGreaterThan(0);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('opens the table twin, whose rows carry the counts', async () => {
    const { figure } = await open(path, { javaScriptEnabled: false });
    await figure.locator('.widget-table > summary').click();
    const rows = figure.locator('[data-slot="table"] tbody tr');
    expect(await rows.count()).toBeGreaterThan(3);
    expect(await rows.first().isVisible()).toBe(true);
    expect(await figure.locator('[data-slot="table"]').innerText()).toMatch(/\d/);
  });

  test('leads from "take it" to where data, picture and code can be had', async () => {
    const { page, figure } = await open(path, { javaScriptEnabled: false });
    const links = figure.locator('.take-static a');
    for (const link of await links.all()) {
      const href = (await link.evaluate((a) => (a as HTMLAnchorElement).href)).replace(/#.*/, '');
      expect((await page.request.get(href)).status(), href).toBe(200);
    }
    expect(await links.count()).toBe(4);
    expect(await figure.locator('.take-live').evaluate((box) => getComputedStyle(box).visibility)).toBe(
      'hidden',
    );
  });
});

test('a link of the text that drives the figure is still a link', async () => {
  const { page } = await open(article, { javaScriptEnabled: false });
  await page.locator('p a[data-drives]').first().click();
  expect(page.url()).toMatch(/\?supernode-hall\.level=cabinet#supernode-hall$/);
});
