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
