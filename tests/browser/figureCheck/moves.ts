import { expect } from 'vitest';
import { wakeFigure } from '../../../src/build/figureAtWork.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'says what turning, tilting, zooming and Reset by the keyboard have done, each time',
    on: 'page',
    leaves: 'worn',
    holdsFor: ({ has3d, id }) => has3d && id !== 'powers-of-ten',
    async check({ page, figure }) {
      expect(await wakeFigure(page, figure)).toBe(true);
      const live = inSlot(figure, 'live');
      const moves = inSlot(figure, 'controls').locator('button[data-do]:not([data-do="explore"]):visible');
      const verbs = await moves.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['do']!));
      expect(verbs).toContain('reset');
      const said = new Set<string>();
      for (const verb of [...verbs, verbs.at(-1)!]) {
        const before = await live.textContent();
        await figure.locator(`button[data-do="${verb}"]`).press('Enter');
        await expect.poll(() => live.textContent(), { message: verb }).not.toBe(before);
        said.add((await live.textContent())!.trim());
      }
      expect(said.size).toBe(verbs.length);
    },
  },
];
