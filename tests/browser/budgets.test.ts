import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { wakeFigure } from '../../src/build/figureAtWork.ts';
import { networkQuiet, watchWeight, type Weight } from '../../src/build/pageWeight.ts';
import { brotli } from '../../src/build/serve.ts';
import { settle } from '../../src/build/settle.ts';
import { address, article, embedPage, widgetPage } from './harness.ts';
import { closePool, withPage } from './pagePool.ts';

afterAll(closePool);

const home = '/en/';
const others = [
  '/en/one-machine/',
  '/en/copper-and-light/',
  '/en/adding-up-one-number/',
  '/en/what-the-rule-measures/',
];
const printed = ({ files }: Weight) => files.map(({ path, bytes }) => `${bytes} ${path}`).join('\n');

/** Loads a page for the first time and weighs it: untouched until the network is quiet, or with its scene at work. */
async function weigh(path: string, atWork = false): Promise<Weight> {
  let weight: Weight | undefined;
  await withPage({ fresh: true }, async ({ page }) => {
    const watch = watchWeight(page);
    await page.goto(address + path);
    if (atWork) {
      expect(await wakeFigure(page, page.locator('supernode-figure').first())).toBe(true);
      await settle(page, 1000);
    } else await networkQuiet(page);
    weight = await watch.weigh();
  });
  return weight!;
}

describe('before anybody touches it', () => {
  const paths = [article, ...others, widgetPage, embedPage, home];
  // The budget is of a page left alone until its network is quiet for two seconds: all pages are left alone at once.
  const weighed = new Map<string, Promise<Weight>>();
  const weightOf = (path: string) => {
    for (const one of paths) if (!weighed.has(one)) weighed.set(one, weigh(one));
    return weighed.get(path)!;
  };

  test.each(paths)('%s keeps its budgets before anybody touches it', async (path) => {
    const weight = await weightOf(path);
    expect(weight.script, printed(weight)).toBeLessThanOrEqual(15_000);
    expect(weight.htmlAndCss, printed(weight)).toBeLessThanOrEqual(60_000);
    expect(weight.font, printed(weight)).toBeLessThanOrEqual(120_000);
    expect(weight.requests, printed(weight)).toBeLessThanOrEqual(12);
    expect(weight.otherOrigins).toEqual([]);
    expect(weight.failed).toEqual([]);
  });
});

test.each([article, widgetPage, embedPage])(
  '%s with its scene at work keeps the budget of all script',
  async (path) => {
    const weight = await weigh(path, true);
    expect(weight.script, printed(weight)).toBeLessThanOrEqual(150_000);
  },
);

test('the host script is under 3 kB, the loader of figures under 4 kB', async () => {
  expect(brotli(readFileSync('dist/embed/v1/host.js')).length).toBeLessThan(3000);
  const html = readFileSync('dist/en/widgets/supernode-hall/index.html', 'utf8');
  const [, loader] = /<script type="module" src="[^"]*(\/_assets\/Widget[^"]+)"/.exec(html)!;
  expect(brotli(readFileSync(`dist${loader}`)).length).toBeLessThan(4000);
});
