import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { alive, article, explore, widgetPage, word } from './harness.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: inject('executablePath'),
    args: ['--no-sandbox', '--disable-3d-apis', '--disable-gpu'],
  });
});
afterAll(() => browser.close());

test.each([article, widgetPage])(
  '%s without WebGL: drawing, tree and table work, and one plain sentence says why',
  async (path) => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(inject('address') + path);
    const figure = page.locator('supernode-figure').first();
    await alive(figure);
    await figure.locator('[data-slot="stage"]').hover();
    const message = figure.locator('[data-slot="problem"]');
    await expect.poll(() => message.isVisible()).toBe(true);
    expect(await message.locator('p').count()).toBe(1);
    expect(await message.locator('p').innerText()).toMatch(/3D/);

    const drawing = figure.locator('[data-slot="poster"] svg:visible').first();
    const before = await drawing.innerHTML();
    if (path === article) await explore(figure);
    await word(figure, 'Cabinet').click();
    await expect.poll(() => drawing.innerHTML()).not.toBe(before);
    await figure.locator('[role="treeitem"]').last().click();
    await expect.poll(() => page.url()).toContain('part=');
    await figure.locator('.widget-table > summary').click();
    expect(await figure.locator('[data-slot="table"] tbody tr').first().isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  },
);
