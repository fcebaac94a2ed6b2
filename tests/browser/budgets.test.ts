import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { networkQuiet, watchWeight } from '../../src/build/pageWeight.ts';
import { wakeFigure } from '../../src/build/figureAtWork.ts';
import { brotli } from '../../src/build/serve.ts';
import { article, embedPage, open, useBrowser, widgetPage } from './harness.ts';

useBrowser();

const others = ['/en/one-machine/', '/en/what-the-rule-measures/'];

test.each([article, ...others, widgetPage, embedPage])(
  '%s keeps its budgets before anybody touches it',
  async (path) => {
    const { page } = await open('/robots.txt');
    const watch = watchWeight(page);
    await page.goto(new URL(path, page.url()).href);
    await networkQuiet(page);
    const weight = await watch.weigh();
    const files = weight.files.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');
    expect(weight.script, files).toBeLessThanOrEqual(15_000);
    expect(weight.htmlAndCss, files).toBeLessThanOrEqual(60_000);
    expect(weight.font, files).toBeLessThanOrEqual(120_000);
    expect(weight.requests, files).toBeLessThanOrEqual(12);
    expect(weight.otherOrigins).toEqual([]);
    expect(weight.failed).toEqual([]);
  },
);

test.each([article, widgetPage, embedPage])(
  '%s with its scene at work keeps the budget of all script',
  async (path) => {
    const { page } = await open('/robots.txt');
    const watch = watchWeight(page);
    await page.goto(new URL(path, page.url()).href);
    expect(await wakeFigure(page, page.locator('supernode-figure').first())).toBe(true);
    await networkQuiet(page, 1000);
    const { script, files } = await watch.weigh();
    expect(script, files.map(({ path, bytes }) => `${bytes} ${path}`).join('\n')).toBeLessThanOrEqual(
      150_000,
    );
  },
);

test('the host script is under 3 kB, the loader of figures under 4 kB', async () => {
  expect(brotli(readFileSync('dist/embed/v1/host.js')).length).toBeLessThan(3000);
  const html = readFileSync('dist/en/widgets/supernode-hall/index.html', 'utf8');
  const [, loader] = /<script type="module" src="[^"]*(\/_assets\/Widget[^"]+)"/.exec(html)!;
  expect(brotli(readFileSync(`dist${loader}`)).length).toBeLessThan(4000);
});
