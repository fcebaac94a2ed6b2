import { expect, it } from 'vitest';
import { contents, contentsOf } from '../../../src/locale/contents.ts';

it('plans twelve articles in five parts, in order, with no part empty', () => {
  const { parts, articles } = contents('en');
  expect(parts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(articles.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(new Set(articles.map(({ part }) => part.id)).size).toBe(5);
});

it('names the article whose part is unknown or whose line is missing', () => {
  const flat = new Map([
    ['contents.parts.wires', 'The wires'],
    ['contents.articles.3.title', 'Copper and light'],
    ['contents.articles.3.line', 'A line.'],
  ]);
  expect(() => contentsOf(flat)).toThrow('contents.articles.3: no "part"');
  expect(() => contentsOf(new Map([...flat, ['contents.articles.3.part', 'pipes']]))).toThrow(
    'contents.articles.3: no part "pipes"; allowed: wires',
  );
});
