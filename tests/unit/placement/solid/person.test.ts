import { expect, test } from 'vitest';
import { personPieces } from '../../../../src/placement/solid/person.ts';

test('a person stands on the floor and is as tall as said', () => {
  const heights = personPieces.flat().map(([, y]) => y);
  expect(Math.min(...heights)).toBe(0);
  expect(Math.max(...heights)).toBeGreaterThan(0.98);
  expect(Math.max(...heights)).toBeLessThanOrEqual(1);
});

test('every piece is convex, so that a fan fills it', () => {
  for (const piece of personPieces) {
    const turns = piece.map(([x, y], i) => {
      const [a, b] = [piece[(i + 1) % piece.length]!, piece[(i + 2) % piece.length]!];
      return Math.sign((a[0] - x) * (b[1] - a[1]) - (a[1] - y) * (b[0] - a[0]));
    });
    expect(new Set(turns.filter((turn) => turn !== 0)).size).toBe(1);
  }
});

test('left is the mirror of right', () => {
  const points = new Set(personPieces.flat().map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`));
  const mirrored = personPieces.flat().map(([x, y]) => `${(-x).toFixed(4)} ${y.toFixed(4)}`);
  for (const point of mirrored) expect(points).toContain(point.replace('-0.0000', '0.0000'));
});
