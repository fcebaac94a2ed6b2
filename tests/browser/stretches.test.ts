import { globSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { address } from './harness.ts';
import { closePool, withPage } from './pagePool.ts';

afterAll(closePool);

const articles = globSync('content/en/*.mdx')
  .filter((file) => /^part: /m.test(readFileSync(file, 'utf8')))
  .map((file) => /([\w-]+)\.mdx$/.exec(file)![1]!);

/** Windows, and how many of them a reader may scroll through without something to look at. */
const windows = [
  { width: 1440, height: 900, most: 2, whole: 1 },
  { width: 375, height: 812, most: 4, whole: 1.6 },
];

test('there are articles', () => expect(articles).toContain('inside-the-rack'));

test.each(articles.flatMap((article) => windows.map((one) => ({ article, ...one }))))(
  '$article never goes $most windows of $width × $height without something to look at, and shows its figures whole',
  ({ article, width, height, most, whole }) =>
    withPage({}, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${address}/en/${article}/`);
      await page.evaluate(() => document.fonts.ready);
      const stretches = await page.evaluate(() => {
        const box = (element: Element) => element.getBoundingClientRect();
        const things = [
          ...document.querySelectorAll('.prose :is(.widget-body, .still-drawing, .table-frame, .guess)'),
        ]
          .map((thing) => ({ thing, top: box(thing).top + scrollY, bottom: box(thing).bottom + scrollY }))
          .sort((a, b) => a.top - b.top);
        const end = box(document.querySelector('.prose')!).bottom + scrollY;
        let at = 0;
        const found = things.map(({ thing, top, bottom }) => {
          const length = top - at;
          at = Math.max(at, bottom);
          return {
            length,
            before: thing.closest('figure')?.textContent.trim().slice(0, 60) ?? thing.className,
          };
        });
        return [...found, { length: end - at, before: 'the end' }];
      });
      for (const { length, before } of stretches)
        expect(length, `before ${before}`).toBeLessThan(most * height);
      const figures = await page.evaluate(() =>
        [...document.querySelectorAll('supernode-figure > figure')].map((figure) => {
          const box = (element: Element) => element.getBoundingClientRect();
          const stage = box(figure.querySelector('[data-slot="stage"]')!);
          const above = [
            ...figure.querySelectorAll('a, button, select, input, summary, [role="treeitem"]'),
          ].filter((one) => one.checkVisibility() && box(one).top < stage.top);
          const cut = [...figure.querySelectorAll('.words')].filter(
            (row) => row.checkVisibility() && row.scrollWidth > row.clientWidth,
          );
          const chosen = [...figure.querySelectorAll('.widget-views > [aria-current]')];
          const row = figure.querySelector('.widget-views');
          return {
            id: figure.parentElement!.getAttribute('widget')!,
            height: box(figure).height,
            others: above.filter((one) => !one.matches('.widget-views > a')).length,
            captions: above.length,
            lines: new Set(above.map((one) => box(one).top)).size,
            cut: cut.map(({ textContent }) => textContent),
            chosen: chosen.filter((one) => box(one).left >= 0 && box(one).right <= innerWidth).length,
            row: row !== null,
          };
        }),
      );
      expect(figures.length).toBeGreaterThan(0);
      for (const { id, height: high, ...found } of figures) {
        expect(high / height, `windows of ${id}`).toBeLessThanOrEqual(whole);
        expect({ id, ...found }).toEqual({
          id,
          others: 0,
          captions: 3,
          lines: 1,
          cut: [],
          chosen: 1,
          row: true,
        });
      }
    }),
);
