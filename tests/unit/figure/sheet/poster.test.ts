import { describe, expect, test } from 'vitest';
import { sheetPoster } from '../../../../src/figure/sheet/poster.ts';
import type { Sheet } from '../../../../src/placement/sheet/sheet.ts';
import { buildSolids } from '../../../../src/placement/solid/solids.ts';
import { pathsOf } from '../svgPath.ts';

/** A box one metre wide and two high, seen from straight in front. */
function boxSheet(around: Partial<Sheet> = {}): Sheet {
  const solids = buildSolids(['board']);
  const owner = solids.own([{ classId: 'box', ordinal: 1 }]);
  solids.add({ centre: [0, 1, 0], size: [1, 2, 0.5], tone: 'board', look: 'ink', owner });
  return {
    solids: solids.finish(),
    small: null,
    bounds: [
      [-0.5, 0, -0.25],
      [0.5, 2, 0.25],
    ],
    angles: { yaw: 0, pitch: 0 },
    floor: { lines: [], shadows: [] },
    person: null,
    labels: [],
    dimensions: [],
    differences: [],
    ...around,
  };
}

describe.each([
  { width: 1120, height: 630 },
  { width: 400, height: 400 },
])('a sheet of $width × $height pixels', (frame) => {
  const { svg, ratio } = sheetPoster(boxSheet(), frame);

  test('is as much smaller than life as it says, on paper at 96 pixels to the inch', () => {
    const corners = pathsOf(svg).flatMap(({ corners: each }) => each.flat());
    const extent = (axis: 0 | 1) => {
      const all = corners.map((corner) => corner[axis]);
      return ((Math.max(...all) - Math.min(...all)) / 96) * 0.0254 * ratio;
    };
    // Corners are written to a tenth of a pixel, and outlines stand on them.
    expect(extent(0)).toBeCloseTo(1, 1);
    expect(extent(1)).toBeCloseTo(2, 1);
    for (const [x, y] of corners) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(frame.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(frame.height);
    }
  });

  test('is hidden from assistive technology and keeps to the security policy', () => {
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null|<style|\sstyle=|<script|href/);
  });

  test('draws a person only where one stands', () => {
    const withPerson = sheetPoster(boxSheet({ person: [1, 0, 0] }), frame).svg;
    expect(pathsOf(withPerson).length).toBeGreaterThan(pathsOf(svg).length);
  });
});

test('names stand beside a drawing of any width, escaped', () => {
  const words = { title: 'A box & more', detail: '2 m high' };
  const named = boxSheet({ labels: [{ boxes: () => true, words }] });
  for (const frame of [
    { width: 1120, height: 630 },
    { width: 400, height: 400 },
  ])
    expect(sheetPoster(named, frame).svg).toContain('A box &amp; more');
});
