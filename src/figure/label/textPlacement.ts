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

/** Whether the straight line between two points meets a rectangle (Liang and Barsky, 1984). */
export function meets(from: readonly [number, number], to: readonly [number, number], box: Box): boolean {
  let [enter, leave] = [0, 1];
  const clip = (p: number, q: number): boolean => {
    if (p === 0) return q >= 0;
    const t = q / p;
    if (p < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    return enter <= leave;
  };
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return (
    clip(-dx, from[0] - box.x0) &&
    clip(dx, box.x1 - from[0]) &&
    clip(-dy, from[1] - box.y0) &&
    clip(dy, box.y1 - from[1])
  );
}

/** Area that two rectangles share. */
export const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) *
  Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

/**
 * Finds the place for words near a point: of all places tried, rings of growing distance in twelve directions, the one
 * that covers no other words, leaves no frame, covers and crosses least of the lines and is nearest. The same input gives
 * the same place on every machine.
 * @returns the place, and whether it is clear of other words and inside the frame.
 */
export function placeText(request: TextRequest): { box: Box; align: 'start' | 'end'; clear: boolean } {
  const { anchor, size, frame, obstacles, boxes, reach } = request;
  const [width, height] = size;
  let best: { box: Box; align: 'start' | 'end'; clear: boolean; cost: number } | undefined;
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
      const side = [dx > 0 ? box.x0 : box.x1, (box.y0 + box.y1) / 2] as const;
      const start = [anchor[0] + 4 * dx, anchor[1] + 4 * dy] as const;
      const cut = (others: readonly Box[]) => others.filter((other) => meets(start, side, other)).length;
      const tangled = 30 * cut(obstacles) + 400 * cut(boxes);
      const cost = 1000 * (outside + covered) + 5 * crossed + tangled + 1.5 * distance + 2 * rank;
      if (!best || cost < best.cost) best = { box, align, cost, clear: outside + covered < 1 };
    });
  }
  return best!;
}
