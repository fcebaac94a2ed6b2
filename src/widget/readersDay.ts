/** The reader's own day, `YYYY-MM-DD`. */
export function readersDay(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Words on a measure with the last day that its own text gives it, and what to say once that day has passed. */
const dated = '[data-ends][data-since]';

/** Adds what is known since, in an element of its own, marked `data-told`, which downloads leave out. */
function tell(one: HTMLElement, today: string): void {
  const { ends, since } = one.dataset;
  if (today <= ends! || one.querySelector('[data-told]')) return;
  const told = one.ownerDocument.createElement('strong');
  told.dataset['told'] = today;
  told.textContent = ` ${since!}`;
  one.append(told);
}

let telling = false;

/**
 * Tells wherever a page prints a measure whose last day has passed for its reader, now and in what is written into the
 * page later. The words of the build are true on any day; these are added by the reader's clock alone.
 */
export function tellByDay(today = readersDay()): void {
  if (telling) return;
  telling = true;
  const within = (place: Element) => {
    if (place.matches(dated)) tell(place as HTMLElement, today);
    for (const one of place.querySelectorAll<HTMLElement>(dated)) tell(one, today);
  };
  within(document.body);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      // What rewrites the words takes away what was added to them.
      if ((target as Element).matches?.(dated)) tell(target as HTMLElement, today);
      for (const node of addedNodes) if (node instanceof Element) within(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
