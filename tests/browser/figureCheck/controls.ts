import { expect } from 'vitest';
import { pressEveryControl } from '../everyControl.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { queryOf, stateOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'changes every parameter by its controls, and the address with it',
    on: 'page',
    leaves: 'spent',
    async check({ page, figure, errors, declaration }) {
      // The address is written a third of a second after a choice, as browsers refuse it more often.
      await page.evaluate(() => window.measured.hurry());
      let before = await stateOf(figure);
      const changed = new Set<string>();
      for (const { control, state, search, chooses } of await pressEveryControl(figure)) {
        expect(search, control).toBe(queryOf(declaration.parameters, state));
        if (chooses) expect(state, control).not.toEqual(before);
        for (const [name, value] of Object.entries(state)) if (before[name] !== value) changed.add(name);
        before = state;
      }
      const settable = Object.entries(declaration.parameters).filter(
        ([, { kind }]) => kind !== 'text' && kind !== 'date',
      );
      expect(settable.map(([name]) => name).filter((name) => !changed.has(name))).toEqual([]);
      expect(errors).toEqual([]);
    },
  },
];
