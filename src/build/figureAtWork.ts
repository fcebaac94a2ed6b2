import type { CDPSession, Locator, Page } from 'playwright-core';
import type { Counts } from './instrument.ts';

/** Milliseconds that count as rest in the budgets. */
const rest = 5000;

/**
 * Brings a figure's 3D to work by the pointer, as a reader does. Resolves to whether a canvas with 3D has appeared.
 * @param within milliseconds, against waiting for ever: a busy machine may take ten times what a quiet one takes
 */
export async function wakeFigure(page: Page, figure: Locator, within = 90_000): Promise<boolean> {
  await figure.locator('[data-slot="stage"]').scrollIntoViewIfNeeded();
  await figure.locator('[data-slot="stage"]').hover();
  return page
    .waitForFunction(
      () => window.measured.contexts().alive > 0 && window.measured.counts().draws > 0,
      undefined,
      { timeout: within },
    )
    .then(
      () => true,
      () => false,
    );
}

/** What a page does in five seconds without input. */
export async function countsAtRest(page: Page, milliseconds = rest): Promise<Counts> {
  await page.evaluate(() => window.measured.clear());
  await page.waitForTimeout(milliseconds);
  return page.evaluate(() => window.measured.counts());
}

/** Tells a page that it is hidden, or visible again. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

/** Drags across a figure's stage and back in `steps` moves. */
export async function drag(page: Page, figure: Locator, steps = 30): Promise<void> {
  const box = (await figure.locator('[data-slot="stage"]').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 5, y + 20, { steps });
  await page.mouse.move(x, y, { steps });
  await page.mouse.up();
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { name?: string };
}

/** The longest task of the page's main thread while `act` runs, in milliseconds. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await page.evaluate(() => performance.mark('drag'));
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const mark = traceEvents.find(
    ({ name, ph }) => name === 'drag' && (ph === 'I' || ph === 'R' || ph === 'i'),
  );
  const thread = traceEvents.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid);
  const tasks = thread.filter(
    ({ name, dur, ts }) => /RunTask$/.test(name) && dur !== undefined && ts > mark!.ts,
  );
  return Math.max(0, ...tasks.map(({ dur }) => dur! / 1000));
}

/** Bytes of the page's heap after collection. */
export async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Takes a figure out of the page and puts it back, waking it each time, and tells how many contexts are left. */
export async function remount(
  page: Page,
  figure: Locator,
  times: number,
): Promise<{ made: number; alive: number }> {
  const element = await figure.elementHandle();
  for (let time = 0; time < times; time++) {
    await page.evaluate((node) => {
      const parent = node!.parentNode!;
      const next = node!.nextSibling;
      node!.remove();
      return new Promise<void>((resolve) => {
        setTimeout(() => {
          parent.insertBefore(node!, next);
          (node as unknown as { wake(): void }).wake();
          resolve();
        }, 0);
      });
    }, element);
    await page.waitForFunction((node) => node!.hasAttribute('data-live'), element);
  }
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate(() => window.measured.contexts());
}
