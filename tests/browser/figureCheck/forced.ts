import { expect } from 'vitest';
import type { FigureCheck, LoadedFigure } from '../figureCheck.ts';

/** What of a figure could not be told apart or read, in the colours that hold now. */
function unreadable(figure: LoadedFigure['figure']): Promise<string[]> {
  return figure.evaluate((element) => {
    const seen = (one: Element) => one.checkVisibility();
    const underlined = (one: Element) => getComputedStyle(one).textDecorationLine.includes('underline');
    const marked = [
      ...element.querySelectorAll('[aria-current]:not([aria-current="false"]), [aria-pressed="true"]'),
    ].filter((one) => seen(one) && !underlined(one));
    const unmarked = [
      ...element.querySelectorAll('button:is([aria-current="false"], [aria-pressed="false"])'),
    ].filter((one) => seen(one) && underlined(one));
    const channels = (colour: string): readonly number[] => {
      const numbers = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      return colour.startsWith('color(') ? numbers : numbers.map((one) => one / 255);
    };
    const luminance = (colour: string) =>
      channels(colour)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i]!, 0);
    const ground = luminance(getComputedStyle(element).backgroundColor);
    const faint = [...element.querySelectorAll('[data-slot="poster"] svg text')].filter((one) => {
      if (!seen(one)) return false;
      const text = luminance(getComputedStyle(one).fill);
      return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05) < 4.5;
    });
    return [
      ...marked.map((one) => `chosen, and looks like the others: ${one.textContent}`),
      ...unmarked.map((one) => `not chosen, and looks chosen: ${one.textContent}`),
      ...faint.map((one) => `cannot be read: ${one.textContent}`),
    ];
  });
}

export const checks: readonly FigureCheck[] = [
  {
    name: 'keeps state and words apart from their ground in forced colours, whatever theme is asked for',
    on: 'page',
    leaves: 'as found',
    async check({ page, figure }) {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const theme of ['light', 'dark', ''] as const) {
          await page.emulateMedia({ forcedColors: 'active', colorScheme });
          await page.evaluate((name) => {
            if (name) document.documentElement.dataset['theme'] = name;
            else delete document.documentElement.dataset['theme'];
          }, theme);
          expect(await unreadable(figure), `${colorScheme}, theme ${theme || 'none'}`).toEqual([]);
        }
      await page.emulateMedia({ forcedColors: null, colorScheme: null });
    },
  },
];
