import type { Locator } from 'playwright-core';

/** What a figure shows: the state its drawing is of, where it shows one, and its title, where that is shown. */
export const shownState = (figure: Locator) =>
  figure.evaluate((element) => {
    const seen = (one: Element | null) => one !== null && getComputedStyle(one).visibility === 'visible';
    const poster = element.querySelector('[data-slot="poster"]');
    const title = element.querySelector('[data-slot="title"]');
    return {
      drawn: seen(poster)
        ? (poster!.querySelector('svg')?.dataset['drawn'] ??
          element.querySelector<HTMLElement>('.flight-stop[data-current]')?.dataset['stop'])
        : null,
      title: seen(title) ? title!.textContent : null,
    };
  });
