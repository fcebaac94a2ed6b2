import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot } from '../figureState.ts';

/** A text that no parameter of any figure takes. */
const bad = '<b>no</b>';

export const checks: readonly FigureCheck[] = [
  {
    name: 'keeps every message on a bad value until it is dealt with, says what it shows instead, and says all at once',
    on: 'page',
    query: ({ parameters }) =>
      `?${new URLSearchParams([
        ...Object.keys(parameters)
          .slice(0, 2)
          .map((name) => [name, bad]),
        ['nosuchkey', '1'],
        ['utm_source', 'news'],
        ['fbclid', 'x'],
        ['other-figure.key', '1'],
      ])}`,
    leaves: 'worn',
    async check({ page, figure, declaration }) {
      const board = inSlot(figure, 'problem');
      const names = Object.keys(declaration.parameters).slice(0, 2);
      const lines = board.locator('p');
      await expect.poll(() => lines.count()).toBe(names.length + 1);
      const told = await lines.allInnerTexts();
      for (const name of names)
        expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${name}=.*default`)));
      expect(told).toContainEqual(expect.stringMatching(/^nosuchkey=1 .*has no nosuchkey/));
      const live = inSlot(figure, 'live');
      await expect.poll(() => live.innerText()).toContain('nosuchkey');
      for (const line of told) expect(await live.innerText()).toContain(line);

      // What is asked by a message keeps the state, and says so; what was said before stays.
      await figure.evaluate(
        (element, [name, value]) =>
          (element as unknown as { drive(query: URLSearchParams): void }).drive(
            new URLSearchParams({ [name!]: value! }),
          ),
        [names[0]!, bad],
      );
      await expect.poll(() => lines.allInnerTexts()).toContainEqual(expect.stringMatching(/stays as it was/));
      expect(await lines.count()).toBe(names.length + 1);
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => frame(null))));
      expect(await board.isVisible()).toBe(true);
      await board.getByRole('button', { name: 'Close' }).click();
      expect(await board.isVisible()).toBe(false);
    },
  },
];
