import { expect, test } from 'vitest';
import { alive, article, explore, open, query, swipe, useBrowser, widgetPage, word } from './harness.ts';

useBrowser();

test('the whole figure is reached by Tab, every stop is named and visible, and there is a way out', async () => {
  const { page, figure } = await open(widgetPage);
  await alive(figure);
  await page.locator('h1').click();
  const seen: string[] = [];
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement!;
      const box = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return {
        inside: element.closest('supernode-figure') !== null,
        name: name.slice(0, 40),
        size: Math.min(box.width, box.height),
        outline: getComputedStyle(element).outlineStyle,
      };
    });
    if (!stop.inside && seen.length > 0) break;
    if (!stop.inside) continue;
    expect(stop.name).not.toBe('');
    expect(stop.size, stop.name).toBeGreaterThan(0);
    expect(stop.outline, stop.name).not.toBe('none');
    seen.push(stop.name);
  }
  expect(seen.length).toBeGreaterThan(15);
  expect(seen.length).toBeLessThan(80);
});

test('levels are chosen, a part is picked, entered and left by keys alone', async () => {
  const { page, figure } = await open(widgetPage);
  await alive(figure);
  await word(figure, 'Hall').focus();
  const line = figure.locator('[role="treeitem"][tabindex="0"]');
  await line.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)['part'] ?? '').toMatch(/cabinet/);
  const picked = query(page)['part'];
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)['part']).not.toBe(picked);
  const before = query(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => query(page)).not.toEqual(before);
});

test('what changed is said once, politely', async () => {
  const { figure } = await open(widgetPage);
  await alive(figure);
  const live = figure.locator('[data-slot="live"]');
  expect(await live.getAttribute('aria-live')).toBe('polite');
  expect(await live.innerText()).toBe('');
  await word(figure, 'Cabinet').click();
  await expect.poll(() => live.innerText()).not.toBe('');
  expect(await figure.locator('[aria-live]').count()).toBe(1);
});

test('the arrow keys scroll the page while no list or slider has focus', async () => {
  const { page, figure } = await open(widgetPage);
  await alive(figure);
  await page.locator('h1').click();
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return page.evaluate(() => scrollY);
    })
    .toBeGreaterThan(0);
});

test('every target is at least 24 px, at the width of a phone', async () => {
  const { figure } = await open(widgetPage, {
    viewport: { width: 375, height: 760 },
    hasTouch: true,
    isMobile: true,
  });
  await alive(figure);
  const small = await figure
    .locator('button:visible, summary:visible, [role="treeitem"]:visible')
    .evaluateAll((all) =>
      all
        .map((one) => ({ text: one.textContent?.trim().slice(0, 30), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 24 || box.width < 24)
        .map(({ text, box }) => `${text}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
    );
  expect(small).toEqual([]);
});

test('by touch: a word is tapped, and one finger on the drawing scrolls the page', async () => {
  const { page, figure } = await open(article, {
    viewport: { width: 375, height: 760 },
    hasTouch: true,
    isMobile: true,
  });
  await alive(figure);
  await explore(figure);
  await word(figure, 'Cabinet').tap();
  await expect.poll(() => query(page)['supernode-hall.level']).toBe('cabinet');
  const stage = figure.locator('[data-slot="stage"]');
  await stage.scrollIntoViewIfNeeded();
  const box = (await stage.boundingBox())!;
  const before = await page.evaluate(() => scrollY);
  const y = Math.min(700, box.y + box.height / 2);
  await swipe(page, { x: box.x + box.width / 2, y }, { x: box.x + box.width / 2, y: y - 200 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
});

test('the wheel over the drawing scrolls the page', async () => {
  const { page, figure } = await open(widgetPage);
  await alive(figure);
  await figure.locator('[data-slot="stage"]').hover();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
});
