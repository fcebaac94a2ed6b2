import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wakeFigure } from '../../src/build/figureAtWork.ts';
import { settle } from '../../src/build/settle.ts';
import { article, embedPage, open, useBrowser, widgetPage } from './harness.ts';

useBrowser();

const folder = 'screenshots';
mkdirSync(folder, { recursive: true });
const name = (path: string) => path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'root';

describe.each([320, 375, 768, 1440, 2200])('%i px wide', (width) => {
  test.each(['/en/', article, widgetPage, embedPage])(
    '%s has no sideways scrolling; its pictures go to screenshots/',
    async (path) => {
      const { page, figure } = await open(path, {
        viewport: { width, height: Math.round(Math.min(1400, Math.max(760, width * 0.7))) },
      });
      await settle(page);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide = [...document.querySelectorAll('body *')].filter(
          (one) =>
            one.getBoundingClientRect().right > clientWidth + 1 && getComputedStyle(one).position !== 'fixed',
        );
        return scrollWidth > clientWidth
          ? wide.slice(0, 5).map((one) => `${one.localName}.${one.className}`)
          : [];
      });
      expect(overflow).toEqual([]);
      if (width === 320) return;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${folder}/${name(path)}-${width}-${colorScheme}.png` });
      }
      if (path !== article) return;
      await wakeFigure(page, figure);
      await settle(page, 700);
      await page.screenshot({ path: `${folder}/${name(path)}-${width}-3d.png` });
    },
  );
});
