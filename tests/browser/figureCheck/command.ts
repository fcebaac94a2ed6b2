import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { goTo, stateOf } from '../figureState.ts';
import { commandChecks } from '../modelCommand.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'shows the numbers that the command of the model prints for the same state',
    on: 'page',
    leaves: 'as found',
    holdsFor: ({ id }) => id in commandChecks,
    async check({ id, page, figure }) {
      const { states, faults } = commandChecks[id]!;
      for (const query of states) {
        await goTo(page, query);
        expect(await faults(figure, await stateOf(figure)), query).toEqual([]);
      }
    },
  },
];
