import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { foreignPage } from './foreignPage.ts';
import { address, open, useBrowser } from './harness.ts';

useBrowser();

const frames = 20;

/** Contexts of all frames: ever made, and alive. */
async function contexts(page: Page): Promise<{ made: number; alive: number }> {
  const sum = { made: 0, alive: 0 };
  for (const frame of page.frames().slice(1)) {
    const { made, alive } = await frame.evaluate(() => window.measured.contexts());
    sum.made += made;
    sum.alive += alive;
  }
  return sum;
}

test(
  'of twenty embeds told to start, those alone hold a context that can be seen',
  { timeout: 300_000 },
  async () => {
    const frame = `<iframe src="${address}/embed/v1/package-explorer/" title="Figure" width="800" height="700" sandbox="allow-scripts" style="display:block;margin-bottom:300px"></iframe>`;
    const { page } = await open(
      await foreignPage(`<style>body { margin: 0 }</style>${frame.repeat(frames)}
<script>window.said = []; addEventListener('message', ({ data }) => said.push(data.type));</script>`),
      { viewport: { width: 820, height: 700 } },
    );
    const said = (type: string) =>
      page.evaluate(
        (one) => (window as unknown as { said: string[] }).said.filter((each) => each === one).length,
        type,
      );
    await expect.poll(() => page.frames().length).toBe(frames + 1);
    for (const one of page.frames().slice(1))
      await one.waitForSelector('supernode-figure', { state: 'attached' });
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('iframe'))
        one.contentWindow!.postMessage({ source: 'supernode', version: 1, type: 'start' }, '*');
    });
    await expect.poll(async () => (await contexts(page)).alive, { timeout: 60_000 }).toBe(1);
    expect((await contexts(page)).made).toBe(1);

    // Another comes into sight and starts; the first gives its context back.
    await page.evaluate(() => scrollTo({ top: 1000 * 10, behavior: 'instant' }));
    await expect
      .poll(async () => (await page.frames()[11]!.evaluate(() => window.measured.contexts())).alive, {
        timeout: 60_000,
      })
      .toBe(1);
    await expect.poll(async () => (await contexts(page)).alive, { timeout: 60_000 }).toBe(1);
    expect(await said('fallback')).toBe(0);
  },
);

test('a context that cannot be had again ends in one fallback and one message', async () => {
  const { page } = await open(
    await foreignPage(`<iframe src="${address}/embed/v1/package-explorer/?start=auto" title="Figure" width="800" height="700" sandbox="allow-scripts"></iframe>
<script>window.said = []; addEventListener('message', ({ data }) => said.push(data.type));</script>`),
  );
  const frame = page.frames()[1]!;
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await frame.waitForSelector('.widget-stage.live canvas');
  await frame.evaluate(() => {
    const context = document.querySelector('canvas')!.getContext('webgl2')!;
    HTMLCanvasElement.prototype.getContext = () => null;
    context.getExtension('WEBGL_lose_context')!.loseContext();
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect.poll(async () => (await said()).filter((type) => type === 'fallback').length).toBe(1);
  expect(await frame.locator('[data-slot="problem"] p').allInnerTexts()).toEqual([
    expect.stringMatching(/took the 3D drawing away/),
  ]);
  expect(await frame.locator('[data-slot="poster"] svg').first().isVisible()).toBe(true);
  expect(await frame.locator('canvas').count()).toBe(0);
  expect((await said()).filter((type) => type === 'error')).toEqual([]);
  expect(thrown).toEqual([]);
});
