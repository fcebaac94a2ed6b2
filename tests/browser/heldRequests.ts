import type { Page, Request } from 'playwright-core';

/** What of a figure comes by requests of its own: the code of its page's half, of its own half, and of its scene. */
export type Part = 'figure' | 'work' | 'scene';

/** Files of each part, by their names in a build; what several parts share is held with none. */
const names: Readonly<Record<Part, RegExp>> = {
  figure: /\/_assets\/element\.[\w-]+\.js/,
  work: /\/_assets\/atWork\.[\w-]+\.js|\/figure\.json$/,
  scene: /\/_assets\/(scene|view)\.[\w-]+\.js/,
};

/** Holds the requests for the parts of a figure until each part is released. */
export async function holdParts(
  page: Page,
): Promise<{ release(part: Part): void; held(part: Part): number }> {
  const gates = Object.fromEntries(
    Object.keys(names).map((part) => {
      let open!: () => void;
      return [part, { opened: new Promise<void>((resolve) => (open = resolve)), open, count: 0 }];
    }),
  ) as Record<Part, { opened: Promise<void>; open: () => void; count: number }>;
  const partOf = (request: Request) =>
    (Object.keys(names) as Part[]).find((part) => names[part].test(request.url()));
  await page.route(/\/_assets\/.*\.js|\/figure\.json$/, async (route) => {
    const part = partOf(route.request());
    if (part) {
      gates[part].count++;
      await gates[part].opened;
    }
    // The page may be gone by then.
    await route.continue().catch(() => undefined);
  });
  return { release: (part) => gates[part].open(), held: (part) => gates[part].count };
}
