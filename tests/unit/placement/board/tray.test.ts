import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacedPart } from '../../../../src/data/schema/layout.ts';
import { placeParts } from '../../../../src/placement/board/tray.ts';
import { numberIn } from '../numberIn.ts';

/** A part whose grid has room in its region of a board of 500 × 800 mm. */
const fitting = fc
  .record({
    columns: fc.integer({ min: 1, max: 8 }),
    rows: fc.integer({ min: 1, max: 6 }),
    left: numberIn(0, 0.4),
    front: numberIn(0, 0.4),
    share: numberIn(0.2, 1),
  })
  .map(({ columns, rows, left, front, share }) => {
    const region = [left, front, left + 0.6, front + 0.6] as const;
    const size = [((500 * 0.6) / columns) * share, ((800 * 0.6) / rows) * share, 5] as const;
    const part = { id: 'part', region: [...region], grid: [columns, rows], size_mm: [...size] };
    return { part: part as unknown as PlacedPart, count: columns * rows };
  });

test('parts lie in their region, in rows from the front left, none in another', () => {
  fc.assert(
    fc.property(fitting, ({ part, count }) => {
      const placed = placeParts(part, count, 0.5, 0.8);
      const [left, front, right, back] = part.region;
      expect(placed.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      for (const { x, z, size } of placed) {
        expect(x - size[0] / 2).toBeGreaterThan(left * 0.5 - 1e-9);
        expect(x + size[0] / 2).toBeLessThan(right * 0.5 + 1e-9);
        expect(z - size[2] / 2).toBeGreaterThan(front * 0.8 - 1e-9);
        expect(z + size[2] / 2).toBeLessThan(back * 0.8 + 1e-9);
      }
      placed.forEach((a, i) =>
        placed.slice(0, i).forEach((b) => {
          const apart = Math.max(Math.abs(a.x - b.x) - a.size[0], Math.abs(a.z - b.z) - a.size[2]);
          expect(apart).toBeGreaterThan(-1e-9);
          expect(a.z > b.z + 1e-9 || (Math.abs(a.z - b.z) < 1e-9 && a.x > b.x)).toBe(true);
        }),
      );
    }),
  );
});

test('sizes are in metres: width, height, depth', () => {
  const part = { region: [0, 0, 1, 1], grid: [1, 1], size_mm: [92, 84, 6] } as unknown as PlacedPart;
  expect(placeParts(part, 1, 0.5, 0.8)).toMatchObject([{ x: 0.25, z: 0.4, size: [0.092, 0.006, 0.084] }]);
});
