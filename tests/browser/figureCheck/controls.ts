import { expect } from 'vitest';
import { pressEveryControl } from '../everyControl.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { queryOf, searchOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'changes every parameter by its controls, and the address with it',
    on: 'page',
    leaves: 'worn',
    async check({ page, figure, errors, declaration }) {
      const changed = await pressEveryControl(figure, async (state, used) => {
        await expect
          .poll(() => searchOf(page), { message: used, interval: 20 })
          .toBe(queryOf(declaration.parameters, state));
      });
      const settable = Object.entries(declaration.parameters).filter(
        ([, { kind }]) => kind !== 'text' && kind !== 'date',
      );
      expect(settable.map(([name]) => name).filter((name) => !changed.has(name))).toEqual([]);
      expect(errors).toEqual([]);
    },
  },
];
