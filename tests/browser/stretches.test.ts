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
  { width: 1440, height: 900, most: 2 },
  { width: 375, height: 812, most: 4 },
];

test('there are articles', () => expect(articles).toContain('inside-the-rack'));

test.each(articles.flatMap((article) => windows.map((one) => ({ article, ...one }))))(
  '$article never goes $most windows of $width × $height without something to look at',
  ({ article, width, height, most }) =>
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
    }),
);
