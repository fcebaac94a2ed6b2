import type { Page } from 'playwright-core';

export interface TabStop {
  readonly inside: boolean;
  readonly name: string;
  readonly outlined: boolean;
  readonly visible: boolean;
  /** It comes after the stop before it in the document. */
  readonly later: boolean;
}

/**
 * Walks by Tab from the heading of a page through its first figure.
 * @returns the stops inside the figure
 * @throws where there is no way out
 */
export async function tabThrough(page: Page): Promise<TabStop[]> {
  await page.locator('h1').click();
  await page.evaluate(() => Object.assign(window, { lastStop: null }));
  const seen: TabStop[] = [];
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((): TabStop => {
      const kept = window as unknown as { lastStop: Element | null };
      const element = document.activeElement!;
      const box = element.getBoundingClientRect();
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : []; // prettier-ignore
      const name = element.getAttribute('aria-label') ?? [element, ...labels].map((one) => one.textContent?.trim()).join(''); // prettier-ignore
      // A list that is written anew once the focus has left it has no order to compare.
      const order = kept.lastStop?.isConnected ? kept.lastStop.compareDocumentPosition(element) : 4;
      kept.lastStop = element;
      return {
        inside: element.closest('supernode-figure') !== null,
        name: name.slice(0, 50),
        outlined: getComputedStyle(element).outlineStyle !== 'none',
        visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        later: (order & 4) !== 0,
      };
    });
    if (stop.inside) seen.push(stop);
    else if (seen.length > 0) return seen;
  }
  throw new Error(`no way out of the figure by Tab after ${seen.map(({ name }) => name).join('; ')}`);
}
