import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { borrow, closePool, type PageMaking } from './pagePool.ts';

export const address: string = inject('address');
export const article = '/en/inside-the-rack/';
export const widgetPage = '/en/widgets/supernode-hall/';
export const embedPage = '/embed/v1/supernode-hall/';

const closing: (() => Promise<void>)[] = [];

/** Lets the tests of a file, one after another, open pages; what a test opened is given back when it ends. */
export function useBrowser(): void {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(closePool);
}

/** What a test has of a page. */
export interface Opened {
  readonly page: Page;
  readonly errors: string[];
  /** Those of the errors that were thrown and not caught. */
  readonly thrown: string[];
  readonly requests: string[];
  /** The first figure of the page. */
  readonly figure: Locator;
}

/** Opens a page of the site (a path) or of anywhere (an address), instrumented, with its errors collected. */
export async function open(path: string, making: PageMaking = {}): Promise<Opened> {
  const { page, errors, thrown, requests, giveBack } = await borrow(making);
  closing.push(giveBack);
  await page.goto(/^(https?|about):/.test(path) ? path : address + path, { waitUntil: 'load' });
  return { page, errors, thrown, requests, figure: page.locator('supernode-figure').first() };
}

/**
 * This file's share of all figures or pages; of those that an environment variable of this name lists, if there is one.
 * Shares are dealt like cards, so that neighbours, which are alike, are spread.
 */
export function shareOf(variable: 'FIGURES' | 'PAGES', all: readonly string[]): readonly string[] {
  const listed = process.env[variable]?.split(/[\s,]+/).filter((one) => one !== '');
  const unknown = listed?.find((one) => !all.includes(one));
  if (unknown !== undefined) throw new RangeError(`${variable}="${unknown}": there are ${all.join(', ')}`);
  const { part, parts } = inject('share');
  return (listed ?? all).filter((_, index) => index % parts === part);
}

/**
 * Waits until a figure's code has come. A figure in the window stays where it is: a scroll before its code is there
 * is the reader's own way of saying where a flight shall be.
 */
export async function alive(figure: Locator): Promise<void> {
  const inSight = await figure.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  if (!inSight) await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.getAttribute('data-live')).not.toBeNull();
}

/** Draws one finger from one point of the window to another. */
export async function swipe(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const steps = 10;
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
    await page.evaluate(() => new Promise((frame) => window.measured.nextFrame(() => frame(null))));
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** What a page hands over when `act` is done, as bytes. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The query of a page's address, as pairs. */
export function query(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

/** Opens what waits behind "Explore" in an article, and waits until its controls have come. */
export async function explore(figure: Locator): Promise<void> {
  await figure.locator('.widget-explore > summary').click();
  await figure.locator('[data-slot="controls"] button').first().waitFor();
}

/** A button of a figure's rows of words, by the word on it. */
export function word(figure: Locator, name: string): Locator {
  return figure.locator('[data-slot="controls"]').getByRole('button', { name, exact: true });
}
