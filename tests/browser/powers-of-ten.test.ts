import { expect, test } from 'vitest';
import { settle } from '../../src/build/settle.ts';
import { alive, open, query, useBrowser, word } from './harness.ts';

useBrowser();

const home = '/en/widgets/powers-of-ten/';
const embed = '/embed/v1/powers-of-ten/';

test('3D waits for the first scroll, then follows it, and nothing shifts', async () => {
  const { page, figure, errors } = await open(home);
  await expect.poll(() => figure.getAttribute('data-live')).not.toBeNull();
  await settle(page);
  expect(await page.locator('canvas').count()).toBe(0);
  await page.mouse.wheel(0, 400);
  await page.locator('.widget-stage.live canvas').waitFor();
  const section = figure.locator('.flight-stop[data-stop="cabinet"]');
  await section.evaluate((part) =>
    scrollTo({ top: part.getBoundingClientRect().top + scrollY - 48, behavior: 'instant' }),
  );
  await expect.poll(() => query(page)['stage']).toBe('cabinet');
  expect(await word(figure, 'Cabinet').getAttribute('aria-current')).toBe('step');
  await settle(page);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        window.measured.nextFrame(() => window.measured.nextFrame(() => done(sum)));
      }),
  );
  expect(shift).toBe(0);
  expect(errors).toEqual([]);
});

test('the address leads to a stop, buttons and arrow keys lead on, and the browser back', async () => {
  const { page, figure } = await open(`${home}?stage=hall`, { reducedMotion: 'reduce' });
  await alive(figure);
  const words = figure.locator('.flight-stop[data-stop="hall"] .flight-sentence');
  await expect.poll(() => words.evaluate((text) => {
    const { top, bottom } = text.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  })).toBe(true); // prettier-ignore
  await word(figure, 'Cluster').click();
  await expect.poll(() => query(page)['stage']).toBe('cluster');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page)['stage']).toBe('pod');
  expect(await word(figure, 'Pod').evaluate((button) => button === document.activeElement)).toBe(true);
  await page.goBack();
  await expect.poll(() => query(page)['stage']).toBe('hall');
  await expect.poll(() => word(figure, 'Hall').getAttribute('aria-current')).toBe('step');
});

test('an embed steps without scrolling anything, and changes poster and words at once', async () => {
  const { page, figure } = await open(embed);
  await alive(figure);
  await word(figure, 'Pod').click();
  const shown = figure.locator('.flight-stop:visible');
  await expect.poll(() => shown.count()).toBe(1);
  await expect.poll(() => shown.getAttribute('data-stop')).toBe('pod');
  await expect.poll(() => query(page)['stage']).toBe('pod');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await figure.locator('[data-slot="title"]').textContent()).toContain('1,024');
});

test('without script every stop has its drawing, its sentence and its count', async () => {
  const { figure } = await open(home, { javaScriptEnabled: false });
  const stops = figure.locator('.flight-stop');
  expect(await stops.count()).toBe(7);
  expect(await stops.locator('.flight-still svg').count()).toBe(6);
  expect(await figure.locator('[data-slot="poster"] svg').count()).toBe(1);
  expect(await stops.locator('.flight-count').allTextContents()).toEqual([
    '1', '8', '64', '1,024', '8,192', '524,288', '1',
  ]); // prettier-ignore
});
