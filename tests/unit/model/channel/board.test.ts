import { expect, test } from 'vitest';
import { boardLoss } from '../../../../src/model/channel/board.ts';

const [low, high] = [
  { frequency: 12.5e9, loss: 13.8 },
  { frequency: 56e9, loss: 49.2 },
];

test('goes through both readings, in either order, and rises beyond them', () => {
  for (const loss of [boardLoss(low, high), boardLoss(high, low)]) {
    expect(loss(low.frequency)).toBeCloseTo(low.loss, 9);
    expect(loss(high.frequency)).toBeCloseTo(high.loss, 9);
    expect(loss(106e9)).toBeGreaterThan(high.loss);
  }
});

test('is a root where the readings are one, and a line where they are a line', () => {
  expect(boardLoss({ frequency: 1, loss: 1 }, { frequency: 4, loss: 2 })(9)).toBeCloseTo(3, 9);
  expect(boardLoss({ frequency: 1, loss: 1 }, { frequency: 4, loss: 4 })(9)).toBeCloseTo(9, 9);
});

test.each([
  [low, low],
  [low, { frequency: 56e9, loss: 10 }],
  [low, { frequency: 14e9, loss: 60 }],
  [low, { frequency: 0, loss: 1 }],
  [low, { frequency: 1e9, loss: NaN }],
])('refuses readings that no such board has', (one, other) => {
  expect(() => boardLoss(one, other)).toThrow(/allowed/);
});
