import { expect } from 'vitest';
import type { FigureCheck } from '../figureCheck.ts';
import { inSlot } from '../figureState.ts';
import { twinFaults } from '../tableTwin.ts';

export const checks: readonly FigureCheck[] = [
  {
    name: 'without script is complete: drawing, words, sources, table',
    on: 'without script',
    leaves: 'worn',
    async check({ page, figure, declaration }) {
      const drawing = inSlot(figure, 'poster').locator('svg:visible');
      expect(await drawing.locator('path').count()).toBeGreaterThan(5);
      for (const slot of ['title', 'note', 'scale', 'asof', 'status', 'summary'])
        expect(await inSlot(figure, slot).innerText(), slot).not.toBe('');
      expect(await page.locator('h1').innerText()).toBe(declaration.title);
      const links = await inSlot(figure, 'sources').locator('a').all();
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(await link.textContent()).toMatch(/\S/);
        expect(await link.getAttribute('href')).toMatch(/^https?:\/\/[^/]+\./);
      }
      await figure.locator('.widget-table > summary').click();
      const table = inSlot(figure, 'table');
      expect(await table.locator('tbody tr:visible').count()).toBeGreaterThan(1);
      expect(await table.locator('table:not(:has(caption))').count()).toBe(0);
      expect(await table.locator('tbody tr:not(:has(th[scope="row"]))').count()).toBe(0);
      expect(await twinFaults(figure)).toEqual([]);
    },
  },
];
