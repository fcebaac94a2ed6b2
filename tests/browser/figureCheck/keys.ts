import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot, otherChoice, stateOf } from '../figureState.ts';
import { tabThrough } from '../tabOrder.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'is reached and left by Tab, works by keys, and leaves the arrow keys to the page',
    on: 'page',
    untouched: true,
    leaves: 'spent',
    async check({ page, figure }) {
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(5);
      const faulty = stops.filter(({ name, ...rest }) => name === '' || Object.values(rest).includes(false));
      expect(faulty).toEqual([]);
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('supernode-figure') !== null)).toBe(
        true,
      );

      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      const before = await stateOf(figure);
      await otherChoice(figure).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => stateOf(figure)).not.toEqual(before);

      await inSlot(figure, 'take').locator('button').first().focus();
      // From here the page can be moved both ways, however short the figure is.
      await page.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
      for (const key of ['ArrowUp', 'ArrowDown']) {
        const from = await page.evaluate(() => scrollY);
        await expect
          .poll(
            async () => {
              await page.keyboard.press(key);
              return page.evaluate(() => scrollY);
            },
            { message: key },
          )
          .not.toBe(from);
      }
    },
  },
];
