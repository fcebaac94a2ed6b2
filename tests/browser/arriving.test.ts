import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadWidget, widgets } from '../../src/widget/registry.ts';
import { queryText } from '../../src/widget/parameter.ts';
import { useEarly } from './earlyChoice.ts';
import { inSlot, otherChoice, queryOf, searchOf, stateOf } from './figureState.ts';
import { address, open, shareOf, useBrowser } from './harness.ts';
import { holdParts, type Part } from './heldRequests.ts';
import { oneOfEach } from './parameterSamples.ts';
import { shownState } from './shownState.ts';

useBrowser();

const looked = shareOf('FIGURES', Object.keys(widgets));
const declarations = Object.fromEntries(
  await Promise.all(looked.map(async (id) => [id, (await loadWidget(id)).declaration] as const)),
);

/** While requests are routed nothing comes from a cache. */
const small = { reducedMotion: 'reduce', viewport: { width: 800, height: 600 } } as const;

/** A page of the pool at a place where parts can be held before a figure's page is opened. */
async function held(path: string) {
  const opened = await open('about:blank', small);
  const parts = await holdParts(opened.page);
  await opened.page.goto(address + path, { waitUntil: 'load' });
  return { ...opened, parts };
}

/** A query that asks for another state than the built one, by a parameter of fixed choices. */
function otherQuery(id: string): string {
  const { parameters } = declarations[id]!;
  const sample = oneOfEach(parameters).find(({ name }) => parameters[name]!.kind === 'choice')!;
  return `?${queryText(new URLSearchParams({ [sample.name]: sample.text }))}`;
}

/** Every order in which the parts of a figure can come. */
const ordersOf = (parts: readonly Part[]): Part[][] =>
  parts.length === 0
    ? [[]]
    : parts.flatMap((first) =>
        ordersOf(parts.filter((one) => one !== first)).map((rest) => [first, ...rest]),
      );

describe.each(looked)('%s', (id) => {
  const path = `/en/widgets/${id}/`;
  const { parameters, has3d } = declarations[id]!;

  const orders = ordersOf(has3d ? ['figure', 'work', 'scene'] : ['figure', 'work']);
  test.each(orders.map((order) => ({ order, words: order.join(', ') })))(
    'shows no other state than its address asks for, whatever comes first: $words',
    { meta: { figure: id } },
    async ({ order }) => {
      const query = otherQuery(id);
      const { page, figure, parts, thrown } = await held(path + query);
      expect(await shownState(figure)).toEqual({ drawn: null, title: null });
      expect(await figure.locator('.widget-waiting').isVisible()).toBe(true);
      await figure.dispatchEvent('pointerover');
      for (const part of order) {
        parts.release(part);
        await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => frame(null))));
        const { drawn, title } = await shownState(figure);
        expect(drawn === null).toBe(title === null);
      }
      await expect.poll(() => figure.getAttribute('data-work')).not.toBeNull();
      expect(queryOf(parameters, await stateOf(figure))).toBe(query);
      const { drawn, title } = await shownState(figure);
      expect(title).not.toBeNull();
      // The flight names its drawing by the stop, the others by their whole state, which may name more than was asked.
      expect(drawn).toContain(
        query
          .slice(1)
          .split('=')
          .at(id === 'powers-of-ten' ? 1 : 0),
      );
      if (has3d) await expect.poll(() => figure.locator('.widget-stage.live').count()).toBe(1);
      expect(thrown).toEqual([]);
    },
  );

  test('does by every kind of control what is done before its code comes', { meta: { figure: id } }, () =>
    useEarly(id, false),
  );

  test(
    'asks again for code that did not come, and says so until it has',
    { meta: { figure: id } },
    async () => {
      const { page, figure, thrown } = await open(path, small);
      await expect.poll(() => figure.getAttribute('data-live')).not.toBeNull();
      const code = /\/_assets\/.*\.js|\/figure\.json$/;
      await page.route(code, (route) => route.abort());
      await inSlot(figure, 'stage').dispatchEvent('pointerover');
      const board = inSlot(figure, 'problem');
      await expect.poll(() => board.innerText()).toMatch(/code of this figure did not load[\s\S]*Try again/);
      expect(await board.innerText()).not.toMatch(/3D/);
      await page.unroute(code);
      // The pointer on its way to the button may touch the drawing, and that asks again too.
      await board.getByRole('button', { name: 'Try again' }).dispatchEvent('click');
      await expect.poll(() => figure.getAttribute('data-work')).not.toBeNull();
      await expect.poll(() => board.isVisible()).toBe(false);
      await otherChoiceOrField(page, figure);
      await expect.poll(() => searchOf(page)).not.toBe('');
      expect(thrown).toEqual([]);
    },
  );
});

test.each(['script of the page', 'code it imports'])(
  'the first %s may fail and is asked for again',
  async (first) => {
    const { page, figure } = await open('about:blank', small);
    const files = first === 'script of the page' ? /\/_assets\/Widget\..*\.js/ : /\/_assets\/figure\..*\.js/;
    await page.route(files, (route) => route.abort());
    await page.goto(`${address}/en/widgets/model-fit/`, { waitUntil: 'load' });
    const board = inSlot(figure, 'problem');
    await expect.poll(() => board.innerText()).toMatch(/code of this figure did not load/);
    await page.unroute(files);
    await board.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => figure.getAttribute('data-live')).not.toBeNull();
    await expect.poll(() => board.isVisible()).toBe(false);
  },
);

/** Chooses something else than is shown. */
async function otherChoiceOrField(page: Page, figure: Locator): Promise<void> {
  const field = inSlot(figure, 'controls').locator('select:visible').first();
  if ((await field.count()) === 0) return otherChoice(figure).click();
  await field.focus();
  await page.keyboard.press('ArrowDown');
}
