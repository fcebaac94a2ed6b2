import { expect } from 'vitest';
import { wakeFigure } from '../../../src/build/figureAtWork.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot, paintOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'prints its drawing and its table, and paints both themes in colours of their own',
    on: 'page',
    leaves: 'spent',
    async check({ page, figure, declaration }) {
      const light = await paintOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await paintOf(page);
      expect(dark.paper).not.toBe(light.paper);
      expect(dark.words).not.toBe(light.words);
      expect(light.painted.length).toBeGreaterThan(1);
      // A colour of one theme may serve the other at another place; most change.
      const kept = dark.painted.filter((colour) => light.painted.includes(colour));
      expect(kept.length).toBeLessThanOrEqual(light.painted.length / 2);
      if (declaration.has3d) expect(await wakeFigure(page, figure)).toBe(true);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const drawing = inSlot(figure, 'poster').locator('svg:visible').first();
      await expect.poll(async () => (await drawing.boundingBox())?.width ?? 0).toBeGreaterThan(250);
      expect(await figure.locator('canvas:visible').count()).toBe(0);
      // Of the controls the key alone has a use on paper.
      const acting = inSlot(figure, 'controls').locator(':is(button, input, select, .words):visible');
      expect(await acting.count()).toBe(0);
      expect(await inSlot(figure, 'table').locator('tbody tr:visible').count()).toBeGreaterThan(1);
      expect(await inSlot(figure, 'sources').locator('a:visible').count()).toBeGreaterThan(0);
    },
  },
];
