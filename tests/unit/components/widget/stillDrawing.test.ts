import { expect, test } from 'vitest';
import { stillDrawing } from '../../../../src/components/widget/stillDrawing.ts';

const drawing = `<svg class="drawing" viewBox="0 0 400 300" width="400" height="300" data-drawn="a=1" aria-hidden="true"><path class="face" d="M0 0h9"/><path class="dimension" d="M1 1h9"/><path class="leader" d="M2 2h9"/><path class="dimension-end" d="M1 1z"/><g transform="scale(2)"><text class="halo label-title" x="10" y="20" data-row="a">Board 1</text><text class="halo" x="10" y="40">2.25 m</text></g><g><path class="mark" d="M3 3h9"/></g></svg>`;

test('lines and words part, each with the groups that move them', () => {
  const { lines, words, width, height } = stillDrawing(drawing, {}, 'one');
  expect([width, height]).toEqual([400, 300]);
  expect(lines).not.toContain('<text');
  expect(lines).toContain('<g><path class="mark"');
  expect(lines).not.toContain('scale(2)');
  expect(lines).not.toContain('data-drawn');
  expect(words).toContain(
    '<g transform="scale(2)"><text class="halo label-title" x="10" y="20">Board 1</text>',
  );
  expect(words).toMatch(/^<svg class="drawing still-words"/);
  expect(words).not.toContain('<path');
});

test('a group that moves nothing gives its look to its words', () => {
  const faint = drawing.replace('</svg>', '<g data-row="b" class="faint"><text class="a">b</text></g></svg>');
  expect(stillDrawing(faint, {}, 'one').words).toContain('</g><text class="a faint">b</text></svg>');
});

test('a crop is what both show', () => {
  const { lines, words, width, height } = stillDrawing(drawing, { crop: [10, 20, 200, 100] }, 'one');
  expect([width, height]).toEqual([200, 100]);
  for (const svg of [lines, words]) expect(svg).toMatch(/viewBox="10 20 200 100" width="200" height="100"/);
});

test('words outside a crop go', () => {
  const far = drawing.replace(
    '</svg>',
    '<text x="300" y="50">far</text><text x="20" y="60">near</text></svg>',
  );
  const { words } = stillDrawing(far, { crop: [10, 20, 200, 100] }, 'one');
  expect(words).toContain('near');
  expect(words).not.toContain('far');
});

test('with the words that go, what measures or points goes too', () => {
  const some = stillDrawing(drawing, { labels: ['Board'] }, 'one');
  expect(some.words).not.toContain('2.25 m');
  expect(some.lines).toContain('class="leader"');
  expect(some.lines).not.toContain('dimension');
  const none = stillDrawing(drawing, { labels: [] }, 'one');
  expect(none.words).toBe('');
  expect(none.lines).not.toMatch(/leader|dimension/);
});

test('of two leaders the one whose words stay is left, with its paper and its dot; dots of lengths go with them', () => {
  const two = `<svg class="drawing" viewBox="0 0 400 300" width="400" height="300"><path class="dimension" d="M5 5h9"/><path class="leader-halo" d="M50 50l10-20h8M200 90l-40 30"/><path class="leader" d="M50 50l10-20h8M200 90l-40 30"/><path class="dots" d="M5 5h0M14 5h0M50 50h0M200 90h0"/><g class="halo"><text x="9" y="4">1 m</text><text class="label-title" x="70" y="34">Board</text><text class="label-title" x="158" y="124" text-anchor="end">Rack</text></g></svg>`;
  const board = stillDrawing(two, { labels: ['Board'] }, 'one').lines;
  expect([...board.matchAll(/class="leader(?:-halo)?" d="([^"]*)"/g)].map(([, d]) => d)).toEqual([
    'M50 50l10-20h8',
    'M50 50l10-20h8',
  ]);
  expect(/class="dots" d="([^"]*)"/.exec(board)![1]).toBe('M50 50h0');
  expect(
    /class="dots" d="([^"]*)"/.exec(stillDrawing(two, { labels: ['1 m', 'Rack'] }, 'one').lines)![1],
  ).toBe('M5 5h0M14 5h0M200 90h0');
  expect(stillDrawing(two, { labels: [] }, 'one').lines).not.toMatch(/leader|dots|dimension/);
});

test('a label that the drawing does not have is an error with those that it has', () => {
  expect(() => stillDrawing(drawing, { labels: ['Rack'] }, 'one')).toThrow(
    'still "one": no words begin with "Rack"; allowed: Board 1 | 2.25 m',
  );
});
