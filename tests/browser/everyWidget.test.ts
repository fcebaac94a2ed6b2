import { readdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { remount, settle, wakeFigure } from '../../src/build/figureAtWork.ts';
import { allowedText } from '../../src/widget/parameter.ts';
import { loadWidget, widgets } from '../../src/widget/registry.ts';
import { pressEveryControl } from './everyControl.ts';
import { foreignPage, goTo, listenerCount, paintOf, queryOf, searchOf, stateOf } from './figureState.ts';
import { address, alive, open, useBrowser } from './harness.ts';
import { commands } from './modelCommand.ts';
import { badSamples, goodSamples, oneOfEach } from './parameterSamples.ts';
import { tabThrough } from './tabOrder.ts';
import { twinFaults } from './tableTwin.ts';

/** Every rule that holds for a widget because it is one: a new one is held to them by being registered. */
useBrowser();

const still = { reducedMotion: 'reduce' } as const;
const phone = { viewport: { width: 375, height: 760 }, hasTouch: true, isMobile: true };
const ids = Object.keys(widgets);
const declarations = Object.fromEntries(
  await Promise.all(ids.map(async (id) => [id, (await loadWidget(id)).declaration] as const)),
);

const inSlot = (figure: Locator, slot: string) => figure.locator(`[data-slot="${slot}"]`);
/** A choice that is not the one shown. */
const otherChoice = (figure: Locator) =>
  inSlot(figure, 'controls').locator('button[aria-current="false"]:visible').first();

/** Opens a widget's own page and waits for its code. */
async function openWidget(id: string, query = '', options = {}) {
  const opened = await open(`/en/widgets/${id}/${query}`, { ...still, ...options });
  await alive(opened.figure);
  return opened;
}

test('every widget of the site is registered', () => {
  const built = readdirSync('dist/en/widgets', { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(built.map(({ name }) => name).sort()).toEqual([...ids].sort());
});

describe.each(ids)('%s', (id) => {
  const { parameters, has3d, title } = declarations[id]!;
  const path = `/en/widgets/${id}/`;

  test('reads every good parameter from the address and prints it back', async () => {
    const { page, figure, errors } = await openWidget(id);
    const plain = await stateOf(figure);
    const holds = async ({ name, text }: { name: string; text: string }, query: string) => {
      // A path to a part may be cut to what the level shows; everything else is taken as it is written. A figure that
      // the page scrolls is there once the page is.
      const taken = (state: Readonly<Record<string, string>>) =>
        parameters[name]!.kind === 'text' ? text.startsWith(state[name]! || '?') : state[name] === text;
      await expect.poll(async () => taken(await stateOf(figure)), { message: query }).toBe(true);
      const state = await stateOf(figure);
      expect(await inSlot(figure, 'problem').isVisible(), query).toBe(false);
      // A widget may add what a value implies, such as the part that a level opens, never another value of its own.
      await expect.poll(async () => searchOf(page)).toBe(queryOf(parameters, await stateOf(figure)));
      expect(new URLSearchParams(searchOf(page)).get(name) ?? plain[name]).toBe(state[name]);
    };
    for (const sample of goodSamples(parameters)) {
      const query = queryOf(parameters, { [sample.name]: sample.text });
      await goTo(page, query);
      await holds(sample, query);
    }
    for (const sample of oneOfEach(parameters)) {
      const query = queryOf(parameters, { [sample.name]: sample.text });
      await page.goto(address + path + query);
      await alive(figure);
      await holds(sample, query);
    }
    expect(errors).toEqual([]);
  });

  test('changes every parameter by its controls, and the address with it', async () => {
    const { page, figure, errors } = await openWidget(id);
    const changed = await pressEveryControl(figure, async (state, used) => {
      await expect
        .poll(() => searchOf(page), { message: used, interval: 20 })
        .toBe(queryOf(parameters, state));
    });
    const settable = Object.entries(parameters).filter(([, { kind }]) => kind !== 'text' && kind !== 'date');
    expect(settable.map(([name]) => name).filter((name) => !changed.has(name))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('answers every bad parameter in words and shows its default', async () => {
    const bad = badSamples(parameters);
    const first = new URLSearchParams(bad.toReversed().map(({ name, text }) => [name, text]));
    const asked = new URLSearchParams([...new Map([...first].toReversed())]);
    const { page, figure, errors } = await openWidget(id, `?${asked.toString()}`);
    const board = inSlot(figure, 'problem');
    const says = async (name: string, value: string) => {
      await expect.poll(() => board.innerText()).toContain(`${name}=${value} `);
      expect(await board.innerText()).toContain(allowedText(parameters[name]!));
      expect(queryOf(parameters, await stateOf(figure))).toBe('');
    };
    for (const [name, value] of asked) await says(name, value);
    for (const { name, text } of bad) {
      await goTo(page, `?${new URLSearchParams({ [name]: text }).toString()}`);
      await says(name, text);
    }
    const shown = await inSlot(figure, 'title').innerText();
    await goTo(page, '');
    expect(await board.isVisible()).toBe(false);
    expect(await inSlot(figure, 'title').innerText()).toBe(shown);
    expect(errors).toEqual([]);
  });

  test('is reached and left by Tab, works by keys, and leaves the arrow keys to the page', async () => {
    const { page, figure } = await openWidget(id);
    const stops = await tabThrough(page);
    expect(stops.length).toBeGreaterThan(5);
    const faulty = stops.filter(({ name, ...rest }) => name === '' || Object.values(rest).includes(false));
    expect(faulty).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('supernode-figure') !== null)).toBe(
      true,
    );

    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const before = await stateOf(figure);
    await otherChoice(figure).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => stateOf(figure)).not.toEqual(before);

    await inSlot(figure, 'take').locator('button').first().focus();
    for (const key of ['ArrowUp', 'ArrowDown']) {
      const from = await page.evaluate(() => scrollY);
      await expect
        .poll(
          async () => {
            await page.keyboard.press(key);
            return page.evaluate(() => scrollY);
          },
          { message: key },
        )
        .not.toBe(from);
    }
  });

  test('fits a phone: large targets, a tap that works, no sideways scrolling at 320 px', async () => {
    const { page, figure } = await openWidget(id, '', phone);
    for (const summary of await figure.locator('details > summary:visible').all()) await summary.tap();
    const small = await figure
      .locator('button:visible, summary:visible, select:visible, input:visible, [role="treeitem"]:visible')
      .evaluateAll((all) =>
        all
          .map((one) => ({ text: one.textContent?.trim().slice(0, 30), box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ text, box }) => `${text}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
      );
    expect(small).toEqual([]);
    const before = await stateOf(figure);
    await otherChoice(figure).tap();
    await expect.poll(() => stateOf(figure)).not.toEqual(before);
    await page.setViewportSize({ width: 320, height: 700 });
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
  });

  test('without script is complete: drawing, words, sources, table', async () => {
    const { page, figure } = await open(path, { javaScriptEnabled: false });
    const drawing = inSlot(figure, 'poster').locator('svg:visible');
    expect(await drawing.locator('path').count()).toBeGreaterThan(5);
    for (const slot of ['title', 'note', 'scale', 'asof', 'status', 'summary'])
      expect(await inSlot(figure, slot).innerText(), slot).not.toBe('');
    expect(await page.locator('h1').innerText()).toBe(title);
    const links = await inSlot(figure, 'sources').locator('a').all();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(await link.textContent()).toMatch(/\S/);
      expect(await link.getAttribute('href')).toMatch(/^https?:\/\/[^/]+\./);
    }
    await figure.locator('.widget-table > summary').click();
    const table = inSlot(figure, 'table');
    expect(await table.locator('tbody tr:visible').count()).toBeGreaterThan(1);
    expect(await table.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await table.locator('tbody tr:not(:has(th[scope="row"]))').count()).toBe(0);
    expect(await twinFaults(figure)).toEqual([]);
  });

  test('without WebGL says so once, and draws and tells every choice in its table too', async () => {
    const { page, figure } = await open('/robots.txt', still);
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.addInitScript(() => {
      for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
        const canvas = prototype as unknown as { getContext: (kind: string, ...rest: unknown[]) => unknown };
        const original = canvas.getContext;
        canvas.getContext = function (this: unknown, kind, ...rest) {
          return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
        };
      }
    });
    await page.goto(address + path);
    await alive(figure);
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
  });

  test('prints its drawing and its table, and paints both themes in colours of their own', async () => {
    const { page, figure } = await openWidget(id);
    const light = await paintOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paintOf(page);
    expect(dark.paper).not.toBe(light.paper);
    expect(dark.words).not.toBe(light.words);
    expect(light.painted.length).toBeGreaterThan(1);
    // A colour of one theme may serve the other at another place; most change.
    const kept = dark.painted.filter((colour) => light.painted.includes(colour));
    expect(kept.length).toBeLessThanOrEqual(light.painted.length / 2);
    if (has3d) expect(await wakeFigure(page, figure)).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const drawing = inSlot(figure, 'poster').locator('svg:visible').first();
    await expect.poll(async () => (await drawing.boundingBox())?.width ?? 0).toBeGreaterThan(250);
    expect(await figure.locator('canvas:visible').count()).toBe(0);
    // Of the controls the key alone has a use on paper.
    const acting = inSlot(figure, 'controls').locator(':is(button, input, select, .words):visible');
    expect(await acting.count()).toBe(0);
    expect(await inSlot(figure, 'table').locator('tbody tr:visible').count()).toBeGreaterThan(1);
    expect(await inSlot(figure, 'sources').locator('a:visible').count()).toBeGreaterThan(0);
  });

  test('under reduced motion changes at once, and gives back all it took when it is removed', async () => {
    const { page, figure, errors } = await openWidget(id);
    await inSlot(figure, 'stage').hover();
    if (has3d) expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    await page.evaluate(() => window.measured.clear());
    await otherChoice(figure).click();
    await settle(page);
    const { ticks } = await page.evaluate(() => window.measured.counts());
    // A flight of half a second would take thirty.
    expect(ticks).toBeLessThan(15);
    const running = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
    expect(await page.evaluate(running)).toBe(0);

    await remount(page, figure, 2);
    const listeners = await listenerCount(page);
    const contexts = await remount(page, figure, 6);
    expect(contexts.alive).toBeLessThanOrEqual(1);
    expect(await listenerCount(page)).toBe(listeners);
    expect(errors).toEqual([]);
  });

  test('works alone in a sandboxed frame of another origin and tells it that it is ready', async () => {
    const { page, errors } = await open(
      await foreignPage(
        `<iframe src="${address}/embed/v1/${id}/" title="Figure" width="700" height="900" sandbox="allow-scripts"></iframe>
<script>window.said = []; addEventListener('message', ({ data }) => said.push(data));</script>`,
      ),
      still,
    );
    const said = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said);
    await expect
      .poll(said)
      .toContainEqual(expect.objectContaining({ source: 'supernode', type: 'ready', widget: id }));
    const figure = page.frameLocator('iframe').locator('supernode-figure');
    const before = await stateOf(figure);
    await otherChoice(figure).click();
    await expect.poll(() => stateOf(figure)).not.toEqual(before);
    await expect
      .poll(said)
      .toContainEqual(expect.objectContaining({ type: 'state', state: await stateOf(figure) }));
    await figure.locator('.widget-table > summary').click();
    await expect.poll(() => inSlot(figure, 'table').locator('tbody tr:visible').count()).toBeGreaterThan(1);
    const here = await figure.locator('a:not([target="_blank"])').count();
    expect(here, 'links that would leave inside the frame').toBe(0);
    expect(errors).toEqual([]);
  });

  const computed = commands[id];
  test.runIf(computed)(
    'shows the numbers that the command of the model prints for the same state',
    async () => {
      const { page, figure } = await openWidget(id);
      for (const query of computed!.states) {
        await goTo(page, query);
        expect(await computed!.faults(figure, await stateOf(figure)), query).toEqual([]);
      }
    },
  );
});
