import { describe, expect, it } from 'vitest';
import { rowsOfFaces, rowsSvg } from '../../../../src/figure/axonometry/faceRow.ts';

/** A front two pixels wide and five high that falls half a pixel for each to the right. */
const front = (x: number, y = 0, width = 2) => {
  const top = y + x / 2;
  return [
    [x, top + 5],
    [x + width, top + width / 2 + 5],
    [x + width, top + width / 2],
    [x, top],
  ];
};

describe('rows of faces', () => {
  it('are of one size at one distance, from four on', () => {
    const { rows, rest } = rowsOfFaces([0, 3, 6, 9, 30, 33].map((x) => front(x)));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ count: 4, step: 3, first: { x: 0, width: 2, height: 5, slope: 0.5 } });
    expect(rest).toEqual([4, 5]);
  });

  it('are broken where one is missing, of another size or on another level', () => {
    const steps = [0, 3, 6, 9, 12, 15, 18, 21];
    expect(rowsOfFaces(steps.map((x) => front(x))).rest).toEqual([]);
    for (const odd of [front(9, 1), front(9, 0, 1)])
      expect(rowsOfFaces(steps.map((x) => (x === 9 ? odd : front(x)))).rest).toEqual([0, 1, 2, 3]);
  });

  it('leave out what has no upright edges', () => {
    const top = [[0, 0], [2, 1], [4, 0], [2, -1]]; // prettier-ignore
    expect(rowsOfFaces([top, top, top, top]).rest).toEqual([0, 1, 2, 3]);
  });

  it('are dashes as wide as a face and as far apart, on a line as thick as it is high', () => {
    const { rows } = rowsOfFaces([0, 3, 6, 9].map((x) => front(x)));
    expect(rowsSvg(rows, 'processor')).toBe(
      '<path class="processor row" transform="matrix(1 0.5 0 1 0 0)" stroke-width="50" stroke-dasharray="20 10" d="M0 25h110"/>',
    );
  });
});
