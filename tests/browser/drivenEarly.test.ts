import { readFileSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateOf } from './figureState.ts';
import { address, open, useBrowser } from './harness.ts';
import { holdParts } from './heldRequests.ts';

useBrowser();

/** Articles whose text drives a figure. */
const articles = globSync('*/index.html', { cwd: 'dist/en' })
  .filter((file) => readFileSync(`dist/en/${file}`, 'utf8').includes('data-drives='))
  .map((file) => `/en/${file.replace('index.html', '')}`)
  .sort();

test('some article drives a figure', () => expect(articles).not.toEqual([]));

test.each(articles)(
  '%s: a link that drives a figure, followed before the code came, is obeyed once it has',
  async (path) => {
    const { page, thrown } = await open('about:blank', {
      reducedMotion: 'reduce',
      viewport: { width: 1000, height: 700 },
    });
    const parts = await holdParts(page);
    await page.goto(address + path, { waitUntil: 'load' });
    const link = page.locator('a[data-drives]').last();
    const name = (await link.getAttribute('data-drives'))!;
    const href = new URL((await link.getAttribute('href'))!, address);
    const asked = [...href.searchParams]
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, value]) => [key.slice(name.length + 1), value] as const);
    expect(asked.length).toBeGreaterThan(0);
    await link.click();
    for (const part of ['scene', 'work', 'figure'] as const) parts.release(part);
    const figure = page.locator(`supernode-figure[name="${name}"]`);
    await expect.poll(() => figure.getAttribute('data-work')).not.toBeNull();
    for (const [key, value] of asked)
      await expect.poll(async () => (await stateOf(figure))[key], { message: href.search }).toBe(value);
    expect(thrown).toEqual([]);
  },
);
