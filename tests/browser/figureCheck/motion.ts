import { expect } from 'vitest';
import { remount, wakeFigure } from '../../../src/build/figureAtWork.ts';
import { settle } from '../../../src/build/settle.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot, listenerCount, otherChoice } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'under reduced motion changes at once, and gives back all it took when it is removed',
    on: 'page',
    leaves: 'worn',
    async check({ page, figure, errors, declaration }) {
      await inSlot(figure, 'stage').hover();
      if (declaration.has3d) expect(await wakeFigure(page, figure)).toBe(true);
      await settle(page);
      await page.evaluate(() => window.measured.clear());
      await otherChoice(figure).click();
      await settle(page);
      const { ticks } = await page.evaluate(() => window.measured.counts());
      // A flight of half a second would take thirty.
      expect(ticks).toBeLessThan(15);
      const running = () =>
        document.getAnimations().filter(({ playState }) => playState === 'running').length;
      expect(await page.evaluate(running)).toBe(0);

      // What one mount leaves behind, three leave three times.
      await remount(page, figure, 1);
      const listeners = await listenerCount(page);
      const contexts = await remount(page, figure, 3);
      expect(contexts.alive).toBeLessThanOrEqual(1);
      expect(await listenerCount(page)).toBe(listeners);
      expect(errors).toEqual([]);
    },
  },
];
