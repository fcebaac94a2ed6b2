import type { Locator, Page } from 'playwright-core';
import {
  printParameters,
  queryText,
  readParameters,
  type ParameterDeclarations,
} from '../../src/widget/parameter.ts';
import { alive } from './harness.ts';

/** What a test asks of the custom element; its declared type belongs to the browser's half. */
export interface Figure extends HTMLElement {
  live(): Promise<{ state(): Record<string, string> }>;
}

/** A place of a figure that its code may fill. */
export const inSlot = (figure: Locator, slot: string): Locator => figure.locator(`[data-slot="${slot}"]`);

/** A choice that is not the one shown. */
export const otherChoice = (figure: Locator): Locator =>
  inSlot(figure, 'controls').locator('button[aria-current="false"]:visible').first();

/** All parameters of a figure at work, printed. */
export const stateOf = (figure: Locator): Promise<Record<string, string>> =>
  figure.evaluate(async (element) => (await (element as Figure).live()).state());

/** The query that stands for a state: what differs from the defaults, in the order of the declaration. */
export function queryOf(parameters: ParameterDeclarations, state: Readonly<Record<string, string>>): string {
  const text = queryText(
    printParameters(parameters, readParameters(parameters, new URLSearchParams(state)).values),
  );
  return text && `?${text}`;
}

/** The page's query as its address shows it. */
export const searchOf = (page: Page): string => new URL(page.url()).search;

/** Puts a query into the address as Back and Forward do, without loading the page again. */
export const goTo = (page: Page, query: string): Promise<void> =>
  page.evaluate((search) => {
    history.replaceState(null, '', location.pathname + search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);

/** A figure as a reader finds it in some state. */
export interface Seen {
  readonly state: Readonly<Record<string, string>>;
  /** What it says is wrong with the address; nothing, where it says nothing. */
  readonly problem: string;
  /** The query that the page's address then shows. */
  readonly search: string;
}

/** A figure as it is now. */
export const lookAt = (figure: Locator): Promise<Seen> =>
  figure.evaluate(async (element) => {
    const live = await (element as Figure).live();
    const board = element.querySelector<HTMLElement>('[data-slot="problem"]')!;
    const problem = board.checkVisibility() ? board.innerText : '';
    return { state: live.state(), problem, search: location.search };
  });

/**
 * Puts queries into the address of a figure's page one after another, as `goTo` does, and looks at the figure a frame after
 * each. One visit to the page: between visits the browser and the test wait for one another.
 */
export const tour = (figure: Locator, queries: readonly string[]): Promise<Seen[]> =>
  figure.evaluate(async (element, queries) => {
    const live = await (element as Figure).live();
    const board = element.querySelector<HTMLElement>('[data-slot="problem"]')!;
    const seen: Seen[] = [];
    for (const query of queries) {
      history.replaceState(null, '', location.pathname + query);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise<void>((frame) => window.measured.nextFrame(() => frame()));
      const problem = board.checkVisibility() ? board.innerText : '';
      seen.push({ state: live.state(), problem, search: location.search });
    }
    return seen;
  }, queries);

/**
 * Puts a query into the address and the figure into the page anew, as the server sends it, and looks at it once its code has
 * it: what a reader finds who comes by that address, without a load of the whole page.
 */
export async function arrive(figure: Locator, query: string): Promise<Seen> {
  await figure.evaluate(async (element, search) => {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
    const place = document.createComment('');
    element.replaceWith(place);
    // A figure that goes, and is not put back at once, writes what it still had to write.
    for (let frames = 0; frames < 3; frames++)
      await new Promise<void>((next) => window.measured.nextFrame(() => setTimeout(next)));
    history.replaceState(null, '', location.pathname + search);
    place.replaceWith(document.importNode(page.querySelector('supernode-figure')!, true));
  }, query);
  await alive(figure);
  return lookAt(figure);
}

/** Listeners on the window, the document and the figure. */
export async function listenerCount(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let count = 0;
  for (const expression of ['window', 'document', 'document.querySelector("supernode-figure figure")']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId!,
      depth: -1,
    });
    count += listeners.length;
  }
  await session.detach();
  return count;
}

/** Colours of the paper, and of what the visible drawing and the words around it are painted with. */
export const paintOf = (page: Page): Promise<{ paper: string; words: string; painted: string[] }> =>
  page.evaluate(() => {
    const figure = document.querySelector('supernode-figure')!;
    const drawing = [...figure.querySelectorAll('[data-slot="poster"] svg')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    const painted = new Set<string>();
    for (const part of drawing?.querySelectorAll('path, text, circle') ?? []) {
      const { fill, stroke } = getComputedStyle(part);
      for (const colour of [fill, stroke]) if (colour !== 'none') painted.add(colour);
    }
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      words: getComputedStyle(figure).color,
      painted: [...painted],
    };
  });
