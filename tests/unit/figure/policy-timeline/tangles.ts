import type { Box } from '../../../../src/figure/label/textPlacement.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pairs of boxes that cover one another. */
export const meeting = (boxes: readonly Box[]): (readonly [Box, Box])[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5)
      .map((b) => [a, b] as const),
  );

/** Whether a straight line has a point inside a box: cut to the box side by side (Liang and Barsky, 1984). */
function passes(a: Point, b: Point, { x0, x1, y0, y1 }: Box): boolean {
  let [from, to] = [0, 1];
  const cut = (step: number, low: number, high: number) => {
    if (step === 0) return low < 0 && high > 0;
    const [near, far] = [low / step, high / step].toSorted((one, other) => one - other) as [number, number];
    [from, to] = [Math.max(from, near), Math.min(to, far)];
    return from < to;
  };
  return cut(b.x - a.x, x0 - a.x, x1 - a.x) && cut(b.y - a.y, y0 - a.y, y1 - a.y);
}

/** Boxes that a line runs through; lines are points in order. */
export const crossedBoxes = (boxes: readonly Box[], lines: readonly (readonly Point[])[]): Box[] =>
  boxes.filter((box) => lines.some((line) => line.slice(1).some((b, i) => passes(line[i]!, b, box))));
