import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { foreignPage } from './foreignPage.ts';
import { address, open, useBrowser } from './harness.ts';

useBrowser();

const script = `<script async src="${address}/embed/v1/host.js"></script>`;
const element = '<supernode-embed widget="model-fit" mode="training"></supernode-embed>';

const stateOf = (page: Page) =>
  page.evaluate(
    () =>
      (document.querySelector('supernode-embed') as HTMLElement & { state: Record<string, string> }).state,
  );

const setState = (page: Page, state: Record<string, string>) =>
  page.evaluate((asked) => {
    const embed = document.querySelector('supernode-embed') as HTMLElement & {
      setState(state: object): void;
    };
    embed.setState(asked);
  }, state);

test.each(['appendChild', 'moveBefore'])(
  'an element moved by %s keeps the state of the reader',
  async (move) => {
    const { page } = await open(
      await foreignPage(`<div id="from">${element}</div><div id="to"></div>${script}`),
    );
    await expect.poll(async () => (await stateOf(page))?.['mode']).toBe('training');
    await setState(page, { model: 'own' });
    await expect.poll(async () => (await stateOf(page))['model']).toBe('own');
    await page.evaluate((name) => {
      const to = document.querySelector('#to') as HTMLElement & {
        moveBefore(node: Node, before: null): void;
      };
      const embed = document.querySelector('supernode-embed')!;
      const told: string[] = [];
      Object.assign(window, { told });
      embed.addEventListener('ready', (event) =>
        told.push((event as CustomEvent<{ state: Record<string, string> }>).detail.state['model']!),
      );
      if (name === 'appendChild') to.appendChild(embed);
      else to.moveBefore(embed, null);
    }, move);
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    // Moved by `moveBefore`, the frame is not loaded again.
    if (move === 'appendChild') await expect.poll(told).toEqual(['own']);
    // The figure in the frame answers for itself: it takes the next change beside what the reader had set.
    await setState(page, { mode: 'inference' });
    await expect.poll(() => stateOf(page)).toMatchObject({ model: 'own', mode: 'inference' });
  },
);

test.each([
  ['a module of the page', `<script type="module" src="${address}/embed/v1/host.js"></script>`],
  ['an import', `<script type="module">import '${address}/embed/v1/host.js';</script>`],
])('the host script works as %s', async (_, tag) => {
  const { page, errors } = await open(await foreignPage(element + tag));
  await expect.poll(async () => (await stateOf(page))?.['mode']).toBe('training');
  expect(errors).toEqual([]);
});
