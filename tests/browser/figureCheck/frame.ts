import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot, otherChoice, stateOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'works alone in a sandboxed frame of another origin and tells it that it is ready',
    on: 'frame',
    leaves: 'worn',
    async check({ id, page, figure, errors }) {
      const said = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said);
      await expect
        .poll(said)
        .toContainEqual(expect.objectContaining({ source: 'supernode', type: 'ready', widget: id }));
      const before = await stateOf(figure);
      await otherChoice(figure).click();
      await expect.poll(() => stateOf(figure)).not.toEqual(before);
      await expect
        .poll(said)
        .toContainEqual(expect.objectContaining({ type: 'state', state: await stateOf(figure) }));
      await figure.locator('.widget-table > summary').click();
      await expect.poll(() => inSlot(figure, 'table').locator('tbody tr:visible').count()).toBeGreaterThan(1);
      const here = await figure.locator('a:not([target="_blank"])').count();
      expect(here, 'links that would leave inside the frame').toBe(0);
      expect(errors).toEqual([]);
    },
  },
];
