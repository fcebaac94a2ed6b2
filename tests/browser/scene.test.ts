import { describe, expect, test } from 'vitest';
import { countsAtRest, drag, remount, setHidden, wakeFigure } from '../../src/build/figureAtWork.ts';
import { settle } from '../../src/build/settle.ts';
import { alive, article, embedPage, open, useBrowser, widgetPage, word } from './harness.ts';

useBrowser();

const counts = () => window.measured.counts();
const contexts = () => window.measured.contexts();

test.each([article, widgetPage, embedPage])('%s: 3D does not start by itself', async (path) => {
  const { page } = await open(path);
  await settle(page, 1000);
  expect(await page.evaluate(contexts)).toEqual({ made: 0, alive: 0 });
});

describe('a scene at work', () => {
  test('starts at the pointer, stays within its means, and rests when nothing changes', async () => {
    const { page, figure, errors } = await open(widgetPage);
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    await word(figure, 'Cabinet').click();
    await settle(page);
    await drag(page, figure, 5);
    await settle(page);
    const busy = await page.evaluate(counts);
    expect(busy.drawsPerFrame).toBeGreaterThan(0);
    expect(busy.drawsPerFrame).toBeLessThanOrEqual(25);
    expect(busy.trianglesPerFrame).toBeLessThanOrEqual(60_000);
    expect(await countsAtRest(page)).toMatchObject({ draws: 0, ticks: 0 });
    expect(await page.evaluate(contexts)).toEqual({ made: 1, alive: 1 });
    expect(errors).toEqual([]);
  });

  test('the largest machine stays within its means', async () => {
    const { page, figure } = await open(`${widgetPage}?system=atlas-960-superpod-15488`);
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    const busy = await page.evaluate(counts);
    expect(busy.drawsPerFrame).toBeLessThanOrEqual(25);
    expect(busy.trianglesPerFrame).toBeLessThanOrEqual(150_000);
  });

  test('draws nothing while hidden or off the screen, even if its state changes', async () => {
    const { page, figure } = await open(article);
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    await setHidden(page, true);
    expect(await countsAtRest(page, 2000)).toMatchObject({ draws: 0, ticks: 0 });
    await setHidden(page, false);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await settle(page);
    expect(await countsAtRest(page, 2000)).toMatchObject({ draws: 0, ticks: 0 });
  });

  test('follows a change of theme without being loaded again', async () => {
    const { page, figure } = await open(widgetPage, { colorScheme: 'light' });
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    const before = await page.evaluate(counts);
    const stage = figure.locator('[data-slot="stage"]');
    const light = await stage.screenshot();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect
      .poll(() => page.evaluate(() => window.measured.counts().draws))
      .toBeGreaterThan(before.draws);
    await settle(page);
    expect((await stage.screenshot()).equals(light)).toBe(false);
    expect(await page.evaluate(contexts)).toEqual({ made: 1, alive: 1 });
  });

  test('a part is picked by the pointer, and the tree and the address follow', async () => {
    const { page, figure } = await open(widgetPage);
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    const box = (await figure.locator('[data-slot="stage"]').boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.6);
    await expect.poll(() => new URL(page.url()).searchParams.get('part')).toMatch(/cabinet\.\d+/);
    await expect.poll(() => figure.locator('[role="treeitem"][aria-selected="true"]').count()).toBe(1);
  });

  test('a lost context: the drawing returns at once, the scene within a second of its return', async () => {
    const { page, figure, errors } = await open(widgetPage);
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    const before = await page.evaluate(async () => {
      const canvas = document.querySelector('supernode-figure canvas') as HTMLCanvasElement;
      const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      const lost = new Promise((resolve) =>
        canvas.addEventListener('webglcontextlost', resolve, { once: true }),
      );
      extension.loseContext();
      await lost;
      const posters = document.querySelectorAll('supernode-figure [data-slot="poster"] svg');
      const drawn = [...posters].some((one) => one.checkVisibility({ visibilityProperty: true }));
      const { draws } = window.measured.counts();
      extension.restoreContext();
      return { drawn, draws };
    });
    expect(before.drawn).toBe(true);
    // What the page then has to do, it puts off for no longer than a second; how long the work itself takes is the
    // machine's affair.
    await settle(page, 1000);
    expect((await page.evaluate(counts)).draws).toBeGreaterThan(before.draws);
    expect(errors).toEqual([]);
  });
});

test(
  'fifty mounts and unmounts leave at most one context and a figure that works',
  { timeout: 300_000 },
  async () => {
    const { page, figure, errors } = await open(widgetPage);
    expect(await wakeFigure(page, figure)).toBe(true);
    expect((await remount(page, figure, 50)).alive).toBeLessThanOrEqual(1);
    expect(await wakeFigure(page, figure)).toBe(true);
    await word(figure, 'Cabinet').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('level')).toBe('cabinet');
    expect(errors).toEqual([]);
  },
);

test('two figures on a page, both in sight, share one context and keep their states apart', async () => {
  const { page, figure, errors } = await open(widgetPage, { viewport: { width: 1280, height: 1800 } });
  await alive(figure);
  await page.evaluate(() => {
    const first = document.querySelector('supernode-figure')!;
    const second = first.cloneNode(true) as HTMLElement;
    second.removeAttribute('data-live');
    second.setAttribute('name', 'second');
    second.setAttribute('context', 'article');
    second.id = 'second';
    for (const one of second.querySelectorAll('[id]')) one.id = `second-${one.id}`;
    first.after(second);
  });
  const second = page.locator('supernode-figure[name="second"]');
  await alive(second);
  expect(await wakeFigure(page, figure)).toBe(true);
  await second.locator('[data-slot="stage"]').hover();
  await settle(page);
  await word(second, 'Cabinet').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('second.level')).toBe('cabinet');
  await settle(page);
  expect(new URL(page.url()).searchParams.get('level')).toBeNull();
  expect(await word(figure, 'Hall').getAttribute('aria-current')).toBe('true');
  expect(await page.evaluate(contexts)).toEqual({ made: 1, alive: 1 });
  expect(errors).toEqual([]);
});
