/** A rectangle in pixels, y downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Something words should not cover, such as a line. */
export type Obstacle = Box;

export interface TextRequest {
  /** The point that the words name. */
  readonly anchor: readonly [x: number, y: number];
  /** Width and height of the words, estimated. */
  readonly size: readonly [width: number, height: number];
  /** Words stay inside. */
  readonly frame: Box;
  /** Lines that the words avoid where they can. */
  readonly obstacles: readonly Obstacle[];
  /** Words already placed, which they never cover. */
  readonly boxes: readonly Box[];
  /** Farthest from the anchor, in pixels. */
  readonly reach: number;
}

/** Directions in order of preference: up right, right, up left, down right, down left, left. */
const directions = [
  [1, -1], [1, -0.35], [1, 0.35], [0.35, -1], [-1, -1], [1, 1], [-0.35, -1], [-1, 1], [-1, -0.35], [-1, 0.35], [0.35, 1], [-0.35, 1],
] as const; // prettier-ignore

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) *
  Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

/**
 * Finds the place for words near a point: of all places tried, rings of growing distance in twelve directions, the one
 * that covers no other words, leaves no frame, covers least of the lines and is nearest. The same input gives the same
 * place on every machine.
 */
export function placeText(request: TextRequest): { box: Box; align: 'start' | 'end' } {
  const { anchor, size, frame, obstacles, boxes, reach } = request;
  const [width, height] = size;
  let best: { box: Box; align: 'start' | 'end'; cost: number } | undefined;
  for (let distance = 8; distance <= reach; distance += 9) {
    directions.forEach(([dx, dy], rank) => {
      const align = dx > 0 ? 'start' : 'end';
      const x = anchor[0] + dx * distance - (dx > 0 ? 0 : width);
      const y = anchor[1] + dy * distance - height / 2;
      const box = { x0: x, y0: y, x1: x + width, y1: y + height };
      const padded = { x0: x - 6, y0: y - 3, x1: box.x1 + 6, y1: box.y1 + 3 };
      const area = width * height;
      const outside = area - overlap(box, frame);
      const covered = boxes.reduce((sum, other) => sum + overlap(padded, other), 0);
      const crossed = obstacles.reduce((sum, line) => sum + overlap(padded, line), 0);
      const cost = 1000 * (outside + covered) + 6 * crossed + distance + 2 * rank;
      if (!best || cost < best.cost) best = { box, align, cost };
    });
  }
  return best!;
}
