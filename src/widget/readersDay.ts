/** The reader's own day, `YYYY-MM-DD`. */
export function readersDay(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Adds to every last day that has passed for the reader what is known since. The words it adds stand in an element of
 * their own, marked `data-told`, which downloads leave out.
 * @param today `YYYY-MM-DD`.
 */
export function tellByDay(place: ParentNode, today: string): void {
  for (const one of place.querySelectorAll<HTMLElement>('[data-ends][data-since]')) {
    const { ends, since } = one.dataset;
    if (today <= ends! || one.querySelector('[data-told]')) continue;
    const told = one.ownerDocument.createElement('strong');
    told.dataset['told'] = today;
    told.textContent = ` ${since!}`;
    one.append(told);
  }
}
