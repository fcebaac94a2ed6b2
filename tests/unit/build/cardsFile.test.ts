import { expect, test } from 'vitest';
import { withoutCards } from '../../../src/build/cardsFile.ts';

const page = (cards: string) =>
  `<p>Text $&</p><div class="cards">${cards}<!--end of cards--></div><p>More</p>`;

test('each card leaves the page for its file, whole and by its id', () => {
  const one =
    '<div id="figure-a--b" class="card" popover role="dialog"><p>7.2&nbsp;kW<div>in</div></p></div>';
  const other = '<div id="term-npu" class="card" popover><p>NPU <span lang="zh">神经</span></p></div>';
  const { html, cards } = withoutCards(page(one + other))!;
  expect(html).toBe('<p>Text $&</p><div class="cards" data-file="cards.json"></div><p>More</p>');
  expect(Object.keys(cards)).toEqual(['figure-a--b', 'term-npu']);
  expect(cards['term-npu']).toContain('<span lang="zh">神经</span>');
  expect(cards['figure-a--b']).toMatch(/^<div id="figure-a--b".*popover.*<\/div>$/);
});

test('a page that mentions nothing names no file', () => {
  expect(withoutCards(page(''))).toEqual({ html: '<p>Text $&</p><p>More</p>', cards: {} });
});

test('a page without a place for cards stays as it is', () => {
  expect(withoutCards('<p>Text</p>')).toBeUndefined();
});
