import { expect } from 'vitest';
import { wakeFigure } from '../../../src/build/figureAtWork.ts';
import { settle } from '../../../src/build/settle.ts';
import { labelText, textBox } from '../../../src/placement/label/wording.ts';
import { cases } from '../../look/labelCases.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot } from '../figureState.ts';

/** States that the figures with names over a scene are found in, as `npm run look:labels` calls them. */
const found: Readonly<Record<string, string>> = {
  'supernode-hall': 'atlas-950-superpod-1024 hall axonometric',
  'package-explorer': 'ascend-950dt nvidia-b200',
  'rack-compare': 'atlas-950-compute gb200-nvl72 0.5',
};

export const checks: readonly FigureCheck[] = [
  {
    name: 'sets its words over the drawing where their placement says',
    on: 'page',
    leaves: 'worn',
    holdsFor: ({ id }) => id in found,
    async check({ page, figure, id }) {
      expect(await wakeFigure(page, figure)).toBe(true);
      const stage = inSlot(figure, 'stage');
      // What lies under the pointer is named beside the rest.
      await page.mouse.move(0, 0);
      await settle(page);
      const shown = () =>
        stage.evaluate((element) => {
          const around = element.getBoundingClientRect();
          return [...element.querySelectorAll('.stage-label')].map((label) => {
            const { left, right, top, bottom } = label.getBoundingClientRect();
            const text = [...label.children]
              .map(({ textContent }) => textContent)
              .filter(Boolean)
              .join('\n');
            return {
              text,
              left: left - around.left,
              right: right - around.left,
              top: top - around.top,
              bottom: bottom - around.top,
            };
          });
        });
      await expect.poll(async () => (await shown()).length).toBeGreaterThan(2);
      const size = await stage.evaluate(
        ({ clientWidth, clientHeight }) => [clientWidth, clientHeight] as const,
      );
      const { placed } = cases
        .find((one) => one.figure === id && one.name === found[id])!
        .at({ width: size[0], height: size[1] });
      const boxes = new Map(
        placed.labels.map(({ words, at, align }) => [
          labelText(words),
          { align, box: textBox(labelText(words), at, align) },
        ]),
      );
      const labels = await shown();
      expect(labels.map(({ text }) => text).sort()).toEqual([...boxes.keys()].sort());
      for (const { text, ...seen } of labels) {
        const { box, align } = boxes.get(text)!;
        // The side that a text grows from is exact; the rest stays within the room that was kept for it.
        expect(
          Math.abs(align === 'start' ? seen.left - box.left : seen.right - box.right),
          text,
        ).toBeLessThan(1);
        expect(seen.left, text).toBeGreaterThan(box.left - 1);
        expect(seen.right, text).toBeLessThan(box.right + 1);
        expect(seen.top, text).toBeGreaterThan(box.top - 5);
        expect(seen.bottom, text).toBeLessThan(box.bottom + 5);
      }
    },
  },
];
