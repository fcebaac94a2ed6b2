import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { address } from './harness.ts';
import { closePool, withPage } from './pagePool.ts';

afterAll(closePool);

const pages = globSync('en/**/index.html', { cwd: 'dist' }).map(
  (file) => `/${file.split(sep).join('/').replace('index.html', '')}`,
);

test.each(pages)('no line of %s begins with a comma or a stop, however wide the window', (path) =>
  withPage({}, async ({ page }) => {
    await page.goto(address + path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.fonts.ready;
    });
    for (let width = 320; width <= 1440; width += 80) {
      await page.setViewportSize({ width, height: 900 });
      const begun = await page.evaluate(() => {
        const range = document.createRange();
        const boxOf = (node: Text, at: number) => {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return [...range.getClientRects()].at(-1);
        };
        const blockOf = (node: Text) => {
          let block = node.parentElement!;
          while (/^(inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement!;
          return block;
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        let before: Text | null = null;
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          for (const { index } of node.data.matchAll(/[,.;:!?…)’”]/g)) {
            const [from, at] = index > 0 ? [node, index - 1] : [before, (before?.data.length ?? 0) - 1];
            if (!from || at < 0 || blockOf(from) !== blockOf(node)) continue;
            const [sign, last] = [boxOf(node, index), boxOf(from, at)];
            if (
              sign &&
              last &&
              sign.width > 0 &&
              last.width > 0 &&
              sign.top > last.bottom - 2 &&
              sign.left < last.left
            )
              found.push(`${from.data.slice(-20)}|${node.data.slice(Math.max(0, index - 20), index + 10)}`);
          }
          if (node.data.trim() !== '') before = node;
        }
        return found;
      });
      expect(begun, `${width} px`).toEqual([]);
    }
  }),
);
