import type { Frame } from '../view/camera.ts';
import type { Box, Pixel } from './placed.ts';
import { cell, type Sight } from './sight.ts';

/** Where words may stand: what is drawn and what lies on it already, cell by cell. */
export interface Ground {
  readonly frame: Frame;
  readonly sight: Sight;
  /** Whether the person covers a pixel. */
  hasPerson(at: Pixel): boolean;
  /** Index of the box seen at a pixel; −1 on the ground and off the picture. */
  boxAt(at: Pixel): number;
  /** Whether nothing drawn, no outline and no person is in a rectangle that lies on the picture. */
  isFree(box: Box): boolean;
}

/** @param person convex outlines of the standing person, pixels */
export function groundOf(sight: Sight, person: readonly (readonly Pixel[])[], frame: Frame): Ground {
  const { columns, rows } = sight;
  const people = personCells(person, columns, rows);
  // What stands behind the person is not to be pointed at there.
  const box = sight.box.map((index, i) => (people[i] ? -1 : index));
  // Sums of what is taken above and left of each corner of a cell: any rectangle is counted in four looks.
  const sums = new Int32Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let line = 0;
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column;
      if (box[i]! >= 0 || sight.outline[i] || people[i]) line++;
      sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1]! + line;
    }
  }
  const at = (row: number, column: number) => sums[row * (columns + 1) + column]!;
  // Asked of every few pixels of every leader that might be drawn: no list is taken apart on the way.
  const cellAt = (pixel: Pixel): number => {
    const column = Math.floor(pixel[0] / cell);
    const row = Math.floor(pixel[1] / cell);
    return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
  };
  return {
    frame,
    sight: { ...sight, box },
    hasPerson(pixel) {
      const i = cellAt(pixel);
      return i >= 0 && people[i] === 1;
    },
    boxAt(pixel) {
      const i = cellAt(pixel);
      return i < 0 ? -1 : box[i]!;
    },
    isFree({ left, top, right, bottom }) {
      if (left < 0 || top < 0 || right > frame.width || bottom > frame.height) return false;
      const c0 = Math.floor(left / cell);
      const r0 = Math.floor(top / cell);
      const c1 = Math.min(columns, Math.ceil(right / cell));
      const r1 = Math.min(rows, Math.ceil(bottom / cell));
      return at(r1, c1) - at(r0, c1) - at(r1, c0) + at(r0, c0) === 0;
    },
  };
}

function personCells(person: readonly (readonly Pixel[])[], columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  for (const piece of person) {
    const [xs, ys] = [piece.map(([x]) => x), piece.map(([, y]) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)].map((x) => Math.floor(x / cell)) as [
      number,
      number,
    ];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)].map((y) => Math.floor(y / cell)) as [
      number,
      number,
    ];
    // Pieces are little larger than cells, so their upright rectangles follow the outline closely enough.
    // One cell more on every side, as their contour is drawn around them.
    for (let row = Math.max(0, top - 1); row <= Math.min(rows - 1, bottom + 1); row++)
      for (let column = Math.max(0, left - 1); column <= Math.min(columns - 1, right + 1); column++)
        cells[row * columns + column] = 1;
  }
  return cells;
}
