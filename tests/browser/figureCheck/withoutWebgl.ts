import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { goTo, inSlot, queryOf } from '../figureState.ts';
import { goodSamples } from '../parameterSamples.ts';
import { twinFaults } from '../tableTwin.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'without WebGL says so once, and draws and tells every choice in its table too',
    on: 'without WebGL',
    leaves: 'worn',
    async check({ page, figure, thrown, declaration }) {
      const { parameters, has3d } = declaration;
      await inSlot(figure, 'stage').hover();
      const sentences = inSlot(figure, 'problem').locator('p');
      if (has3d) await expect.poll(() => sentences.allInnerTexts()).toEqual([expect.stringMatching(/3D/)]);
      const first = await inSlot(figure, 'summary').textContent();
      const summaries = new Set<string | null>();
      for (const { name, text } of goodSamples(parameters)) {
        if (parameters[name]!.kind !== 'choice') continue;
        const query = queryOf(parameters, { [name]: text });
        await goTo(page, query);
        await expect.poll(() => twinFaults(figure), { message: query, interval: 50 }).toEqual([]);
        summaries.add(await inSlot(figure, 'summary').textContent());
      }
      expect(summaries).toContain(first);
      expect(summaries.size).toBeGreaterThan(1);
      expect(await sentences.count()).toBe(has3d ? 1 : 0);
      expect(thrown).toEqual([]);
    },
  },
];
