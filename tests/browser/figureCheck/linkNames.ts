import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'names links that lead to different places differently, in its panel, its sources and its table',
    on: 'page',
    leaves: 'as found',
    async check({ figure }) {
      const alike = await figure.evaluate((element) => {
        const found: string[] = [];
        for (const name of ['parts', 'sources', 'table']) {
          const seen = new Map<string, string>();
          for (const link of element.querySelectorAll<HTMLAnchorElement>(`[data-slot="${name}"] a[href]`)) {
            const text = (link.getAttribute('aria-label') ?? link.textContent).replace(/\s+/g, ' ').trim();
            const before = seen.get(text);
            if (before !== undefined && before !== link.href) found.push(`${name}: ${text}`);
            seen.set(text, link.href);
          }
        }
        return found;
      });
      expect(alike).toEqual([]);
    },
  },
];
