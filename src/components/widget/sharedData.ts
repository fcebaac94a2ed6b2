const pages = new WeakMap<Request, Map<string, string>>();

/**
 * Remembers which figure of a page has printed some data, so that a second figure of the same widget prints it not
 * again but by reference.
 * @returns the name of the figure that printed this very text before, or `undefined` for the first
 */
export function printedBy(request: Request, text: string, figure: string): string | undefined {
  const page = pages.get(request) ?? new Map<string, string>();
  pages.set(request, page);
  const first = page.get(text);
  if (first === undefined) page.set(text, figure);
  return first;
}

const begun = new WeakSet<Request>();

/** Whether a page has no figure yet: with the first comes what all of them need once. */
export function isFirstFigure(request: Request): boolean {
  if (begun.has(request)) return false;
  begun.add(request);
  return true;
}
