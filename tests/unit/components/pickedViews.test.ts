import { expect, test } from 'vitest';
import { viewLinks } from '../../../src/components/widget/pickedViews.ts';

const declarations = {
  level: { kind: 'choice', values: ['hall', 'board'], default: 'hall', description: '' },
  explode: { kind: 'flag', default: false, description: '' },
} as const;
const start = { level: 'hall', explode: false };
const links = (...states: string[]) =>
  viewLinks(
    states.map((state, i) => ({ caption: `view ${i}`, state })),
    declarations,
    start,
    'rack',
  );

test('each link sets what any of them names, from where the figure starts', () => {
  expect(links('', 'level=board', 'explode=on').map(({ href }) => href)).toEqual([
    '?rack.level=hall&rack.explode=off#rack',
    '?rack.level=board&rack.explode=off#rack',
    '?rack.level=hall&rack.explode=on#rack',
  ]);
});

test('the one that the figure starts in is told', () => {
  expect(links('level=board', 'level=hall').map(({ current }) => current)).toEqual([false, true]);
});

test('what a figure does not take is refused by name, and so is a row that is no choice or too long', () => {
  expect(() => links('level=roof', '')).toThrow(
    'figure "rack", view "view 0": level="roof"; allowed: hall, board',
  );
  expect(() => links('', 'roof=on')).toThrow('view "view 1": "roof"; allowed: level, explode');
  expect(() => links('')).toThrow('1 views; allowed: none, or 2 to 3');
  expect(() => links('', '', '', '')).toThrow('4 views');
});
