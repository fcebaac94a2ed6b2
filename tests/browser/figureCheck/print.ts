import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { queryText } from '../../../src/widget/parameter.ts';
import type { WidgetDeclaration } from '../../../src/widget/declaration.ts';
import type { FigureCheck, Load } from '../figureCheck.ts';
import { stateOf } from '../figureState.ts';
import { oneOfEach } from '../parameterSamples.ts';

/** Another state than the built one, by the last parameter of fixed choices. */
function otherState({ parameters }: WidgetDeclaration): string {
  const sample = oneOfEach(parameters).findLast(({ name }) => parameters[name]!.kind === 'choice')!;
  return `?${queryText(new URLSearchParams({ [sample.name]: sample.text }))}`;
}

/** The title, and the words of the drawing that can be seen. */
const shownIn = (figure: Locator) =>
  figure.evaluate((element) => ({
    title: element.querySelector('[data-slot="title"]')!.textContent,
    drawn: [...element.querySelectorAll('[data-slot="poster"] svg text, .flight-still svg text')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map(({ textContent }) => textContent),
    of: [...element.querySelectorAll<HTMLElement>('[data-slot="poster"] svg')].map((one) => one.dataset['drawn'] ?? ''),
  })); // prettier-ignore

const afterPrinting = (on: Load): FigureCheck => ({
  name: `shows after printing what it showed before: ${on}`,
  on,
  query: otherState,
  leaves: 'worn',
  async check({ page, figure, thrown }) {
    await expect.poll(() => figure.getAttribute('data-waiting')).toBeNull();
    const state = await stateOf(figure);
    const before = await shownIn(figure);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => frame(null))));
    expect((await shownIn(figure)).title).toBe(before.title);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => shownIn(figure)).toEqual(before);
    expect(await stateOf(figure)).toEqual(state);
    expect(thrown).toEqual([]);
  },
});

export const checks: readonly FigureCheck[] = (['page', 'without WebGL'] as const).map(afterPrinting);
