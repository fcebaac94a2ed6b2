import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot, otherChoice, stateOf } from '../figureState.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'means and does the same when others change the page: its language, its direction, its text nodes',
    on: 'page',
    leaves: 'spent',
    async check({ figure, errors }) {
      const before = await figure.evaluate((element) =>
        [...element.querySelectorAll('svg.drawing text')]
          .filter((one) => one.checkVisibility())
          .map((one) => Math.round((one as SVGTextElement).getBBox().x)),
      );
      const after = await figure.evaluate((element) => {
        const root = document.documentElement;
        root.lang = 'ar';
        root.dir = 'rtl';
        return [...element.querySelectorAll('svg.drawing text')]
          .filter((one) => one.checkVisibility())
          .map((one) => Math.round((one as SVGTextElement).getBBox().x));
      });
      expect(after).toEqual(before);
      // As the translators of browsers do: every text is put into an element, and that into another.
      await figure.evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (
            node.parentElement &&
            !node.parentElement.closest('script, svg, textarea') &&
            node.nodeValue!.trim() !== ''
          )
            texts.push(node as Text);
        for (const text of texts) {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          text.replaceWith(outer);
          outer.append(inner);
          inner.append(text);
        }
      });
      const word = otherChoice(figure);
      if ((await word.count()) > 0) {
        const name = (await word.textContent())!.trim();
        const state = JSON.stringify(await stateOf(figure));
        await word.click();
        await expect.poll(async () => JSON.stringify(await stateOf(figure))).not.toBe(state);
        const chosen = inSlot(figure, 'controls').locator(
          'button[aria-current]:not([aria-current="false"]):visible',
        );
        await expect
          .poll(async () => (await chosen.allTextContents()).map((text) => text.trim()))
          .toContain(name);
      }
      expect(await figure.locator('[data-slot="scale"]').innerText()).toMatch(/\S/);
      expect(errors).toEqual([]);
    },
  },
];
