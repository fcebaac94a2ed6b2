import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { otherChoice, stateOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'fits a phone: large targets, a tap that works, no sideways scrolling at 320 px',
    on: 'phone',
    leaves: 'worn',
    async check({ page, figure }) {
      for (const summary of await figure.locator('details > summary:visible').all()) await summary.tap();
      const small = await figure
        .locator('button:visible, summary:visible, select:visible, input:visible, [role="treeitem"]:visible')
        .evaluateAll((all) =>
          all
            .map((one) => ({ text: one.textContent?.trim().slice(0, 30), box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.height < 24 || box.width < 24)
            .map(({ text, box }) => `${text}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
        );
      expect(small).toEqual([]);
      const before = await stateOf(figure);
      await otherChoice(figure).tap();
      await expect.poll(() => stateOf(figure)).not.toEqual(before);
      await page.setViewportSize({ width: 320, height: 700 });
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(sideways)).toBe(0);
    },
  },
];
