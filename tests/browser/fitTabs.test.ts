import { expect, test } from 'vitest';
import { alive, open, useBrowser } from './harness.ts';

useBrowser();

test.each(['supernode-hall', 'threshold-map'])(
  'what %s folds away in a given box can be found',
  async (id) => {
    const { page, figure } = await open(`/embed/v1/${id}/?size=fit`, {
      viewport: { width: 640, height: 480 },
    });
    await alive(figure);
    const parts = figure.locator('.widget-parts');
    expect(await parts.getAttribute('hidden')).toBe('until-found');
    expect((await parts.boundingBox())?.height ?? 0).toBe(0);
    // The browser says this before it scrolls to what a search of the page has found.
    await parts.evaluate((part) => part.dispatchEvent(new Event('beforematch', { bubbles: true })));
    expect(await parts.getAttribute('hidden')).toBeNull();
    expect((await parts.boundingBox())!.height).toBeGreaterThan(20);
    expect(await page.locator('.embed-tabs [data-tab="details"]').getAttribute('aria-pressed')).toBe('true');
  },
);

test('a verdict on licences stands whole in a box of 480 × 360', async () => {
  const { figure } = await open('/embed/v1/licence-check/?size=fit', {
    viewport: { width: 480, height: 360 },
  });
  const cut = await figure.evaluate((element) => {
    const stage = element.querySelector('[data-slot="stage"]')!.getBoundingClientRect();
    const words = [...element.querySelectorAll('.check-plate')].filter((one) => one.checkVisibility());
    const under = words.filter((one) => one.getBoundingClientRect().bottom > stage.bottom);
    return { said: words.length, under: under.map((one) => one.textContent) };
  });
  expect(cut.said).toBeGreaterThanOrEqual(2);
  expect(cut.under).toEqual([]);
});
