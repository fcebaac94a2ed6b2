import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { instrument } from '../../src/build/instrument.ts';
import { watchRequests } from '../../src/build/settle.ts';

/** How a page is made. Pages made alike are used one after another: a window of the browser costs more than a load. */
export interface PageMaking extends BrowserContextOptions {
  /** No canvas gives WebGL, as on a machine that has none. */
  readonly withoutWebgl?: true;
  /** Every load is a first visit: nothing comes from a cache. */
  readonly withoutCache?: true;
  /** The reader's clock stands at noon of this day. */
  readonly day?: string;
  /** Its like was never used before and is not used again: nothing is cached, nothing is left. */
  readonly fresh?: true;
}

/** A page of the pool while a test has it. */
export interface Loan {
  readonly page: Page;
  /** Messages of errors since the loan began. */
  readonly errors: string[];
  /** Those of them that were thrown and not caught. */
  readonly thrown: string[];
  /** Addresses asked for since the loan began. */
  readonly requests: string[];
  giveBack(): Promise<void>;
}

interface Pooled {
  readonly page: Page;
  heard: Pick<Loan, 'errors' | 'thrown' | 'requests'>;
}

/** The window of a page that asks for no other. */
export const desk = { width: 1280, height: 800 };
let browser: Promise<Browser> | undefined;
const idle = new Map<string, Pooled[]>();

function refuseWebgl(): void {
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
    const canvas = prototype as unknown as { getContext: (kind: string, ...rest: unknown[]) => unknown };
    const original = canvas.getContext;
    canvas.getContext = function (this: unknown, kind, ...rest) {
      return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }
}

/** Playwright's own clock cannot: it calls the page's frames, which `instrument` has wrapped, and is called by them. */
function stopClock(noon: string): void {
  const now = Date.parse(noon);
  window.Date = new Proxy(Date, {
    construct: (real, given: [], made) =>
      Reflect.construct(real, given.length > 0 ? given : [now], made) as Date,
    apply: (real) => new real(now).toString(),
    get: (real, name, made) => (name === 'now' ? () => now : (Reflect.get(real, name, made) as unknown)),
  });
}

async function make({ withoutWebgl, withoutCache, day, fresh: _, ...options }: PageMaking): Promise<Pooled> {
  browser ??= chromium.connect(inject('endpoint'));
  const context = await (await browser).newContext({ viewport: desk, ...options });
  await context.addInitScript(instrument);
  if (withoutWebgl) await context.addInitScript(refuseWebgl);
  if (day !== undefined) await context.addInitScript(stopClock, `${day}T12:00:00`);
  const page = await context.newPage();
  if (withoutCache) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
  // Against hanging alone: how long a page may take on a busy machine says nothing about the page.
  page.setDefaultTimeout(90_000);
  watchRequests(page);
  const pooled: Pooled = { page, heard: { errors: [], thrown: [], requests: [] } };
  page.on('request', (request) => pooled.heard.requests.push(request.url()));
  page.on('pageerror', ({ message }) => {
    pooled.heard.errors.push(message);
    pooled.heard.thrown.push(message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') pooled.heard.errors.push(message.text());
  });
  return pooled;
}

/** Makes a page what it was when it was made, but for what it has in its cache. */
async function clean(page: Page, { colorScheme, reducedMotion }: PageMaking): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto('about:blank');
  await page.mouse.move(-1, -1);
  // Nothing here goes back to how the page was made; it goes back to how the machine is.
  await page.emulateMedia({
    media: null,
    colorScheme: colorScheme ?? null,
    reducedMotion: reducedMotion ?? null,
  });
}

/** Takes a page of this making from the pool, or makes one. A test may hold several at once. */
export async function borrow(making: PageMaking = {}): Promise<Loan> {
  const { viewport, ...rest } = { viewport: desk, ...making };
  // A window can be given another size; whether it is a phone's is settled when it is made.
  const kind = JSON.stringify(Object.entries(making.isMobile ? making : rest).sort());
  const pooled = idle.get(kind)?.pop() ?? (await make({ viewport, ...rest }));
  const { page } = pooled;
  const size = page.viewportSize();
  if (viewport && (size?.width !== viewport.width || size.height !== viewport.height))
    await page.setViewportSize(viewport);
  pooled.heard = { errors: [], thrown: [], requests: [] };
  return {
    page,
    ...pooled.heard,
    async giveBack() {
      if (making.fresh || page.isClosed()) return page.context().close();
      await clean(page, making);
      idle.set(kind, [...(idle.get(kind) ?? []), pooled]);
    },
  };
}

/** Lends a page for as long as something uses it. */
export async function withPage(making: PageMaking, use: (loan: Loan) => Promise<void>): Promise<void> {
  const loan = await borrow(making);
  try {
    await use(loan);
  } finally {
    await loan.giveBack();
  }
}

/** Closes every page that this test file made. */
export async function closePool(): Promise<void> {
  idle.clear();
  const open = browser;
  browser = undefined;
  await (await open)?.close();
}
