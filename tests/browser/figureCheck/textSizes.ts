import { expect } from 'vitest';
import { settle } from '../../../src/build/settle.ts';
import type { FigureCheck, LoadedFigure } from '../figureCheck.ts';
import { inSlot } from '../figureState.ts';

const widths = [320, 375, 560, 672, 768, 1440, 2200];
/** Pixels of the smallest word, but for what a browser rounds. */
const least = 10.95;

/** What cannot be read of a figure: words too small, words over words of its drawing, words cut off, a page too wide. */
const unreadable = ({ figure }: LoadedFigure, least: number): Promise<string[]> =>
  figure.evaluate((element, least) => {
    const found: string[] = [];
    const short = (one: Element) => one.textContent.trim().slice(0, 30);
    const shown = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
    const drawings = [...element.querySelectorAll<SVGSVGElement>('svg.drawing')].filter(shown);
    for (const one of element.querySelectorAll<HTMLElement | SVGTextElement>('*')) {
      const worded = [...one.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue!.trim() !== '');
      if (!worded || one.matches('script, style') || !shown(one)) continue;
      const turned = one instanceof SVGGraphicsElement ? one.getScreenCTM()! : null;
      const enlarged = turned ? Math.hypot(turned.c, turned.d) : (one as unknown as { currentCSSZoom: number }).currentCSSZoom;
      const size = parseFloat(getComputedStyle(one).fontSize) * enlarged;
      if (size < least) found.push(`${size.toFixed(1)} px: ${short(one)}`);
    }
    for (const drawing of drawings) {
      const words = [...drawing.querySelectorAll('text')]
        .filter((one) => shown(one) && one.textContent.trim() !== '')
        .map((one) => ({ said: short(one), box: one.getBoundingClientRect() }));
      words.forEach(({ said, box }, i) => {
        for (const other of words.slice(i + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Boxes of words are higher than their letters.
          if (wide > 2 && high > 0.4 * Math.min(box.height, other.box.height)) found.push(`${said} over ${other.said}`);
        }
      });
    }
    for (const one of element.querySelectorAll<HTMLElement>('.title-block *, [data-slot="controls"] *, [data-slot="parts"] *')) {
      // A drawing may be larger than its window; its words may not.
      if (one.matches(':has(> svg, > * > svg)')) continue;
      const clips = /hidden|clip/.test(getComputedStyle(one).overflowX);
      if (clips && shown(one) && one.clientWidth > 8 && one.scrollWidth > one.clientWidth + 1) found.push(`cut off: ${short(one)}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px too wide`);
    return found;
  }, least); // prettier-ignore

const sizes = (name: string, rootSize: string, looked: readonly number[], smallest: number): FigureCheck => ({
  name,
  on: 'page',
  leaves: 'worn',
  async check(loaded) {
    const { page } = loaded;
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), rootSize);
    for (const width of looked) {
      await page.setViewportSize({ width, height: 900 });
      // A scene out of sight draws nothing, its words neither.
      await inSlot(loaded.figure, 'stage').scrollIntoViewIfNeeded();
      await settle(page);
      expect(await unreadable(loaded, smallest), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  },
});

export const checks: readonly FigureCheck[] = [
  sizes('has no word under 11 px at any width, none over another, none cut off', '', widths, least),
  // Text of twice the size, of which the smallest is then twice as large too.
  sizes('grows with the text size of its reader', '200%', widths, 2 * least),
];
