import type { Projector } from '../view/camera.ts';

/** Height of the person drawn for scale, metres. */
export const personHeight = 1.75;

type Piece = readonly (readonly [number, number])[];

/** The same piece on the other side of the middle. */
const mirrored = (piece: Piece): Piece => piece.map(([x, y]) => [-x, y] as const).reverse();

const head: Piece = Array.from({ length: 14 }, (_, i) => {
  const angle = (i / 14) * 2 * Math.PI;
  return [0.05 * Math.cos(angle), 0.93 + 0.068 * Math.sin(angle)] as const;
});
const neck: Piece = [[-0.028, 0.82], [0.028, 0.82], [0.028, 0.88], [-0.028, 0.88]]; // prettier-ignore
const shoulders: Piece = [[-0.112, 0.77], [0.112, 0.77], [0.126, 0.79], [0.104, 0.818], [0.03, 0.842], [-0.03, 0.842], [-0.104, 0.818], [-0.126, 0.79]]; // prettier-ignore
const chest: Piece = [[-0.088, 0.6], [0.088, 0.6], [0.112, 0.785], [-0.112, 0.785]]; // prettier-ignore
const hips: Piece = [[-0.096, 0.47], [0.096, 0.47], [0.1, 0.53], [0.088, 0.605], [-0.088, 0.605], [-0.1, 0.53]]; // prettier-ignore
const upperArm: Piece = [[0.1, 0.79], [0.104, 0.62], [0.136, 0.6], [0.14, 0.66], [0.13, 0.785]]; // prettier-ignore
const forearm: Piece = [[0.106, 0.62], [0.124, 0.455], [0.15, 0.45], [0.139, 0.62]]; // prettier-ignore
const hand: Piece = [[0.122, 0.46], [0.118, 0.415], [0.134, 0.392], [0.151, 0.41], [0.151, 0.46]]; // prettier-ignore
const thigh: Piece = [[0.006, 0.48], [0.014, 0.28], [0.074, 0.27], [0.098, 0.48]]; // prettier-ignore
const shin: Piece = [[0.014, 0.29], [0.028, 0.045], [0.066, 0.045], [0.075, 0.21], [0.074, 0.28]]; // prettier-ignore
const foot: Piece = [[0.024, 0.0], [0.104, 0.0], [0.1, 0.016], [0.066, 0.05], [0.028, 0.05]]; // prettier-ignore

/**
 * A person standing at ease, drawn as architects draw one: flat, for scale. Convex pieces of corners `[x, y]` in shares
 * of the height, feet at 0, x to the right of the middle.
 */
export const personPieces: readonly Piece[] = [
  head, neck, shoulders, chest, hips,
  ...[upperArm, forearm, hand, thigh, shin, foot].flatMap((piece) => [piece, mirrored(piece)]),
]; // prettier-ignore

/** The person on a picture as convex outlines, turned to an eye at that azimuth; feet in metres, radians, pixels. */
export function personOutline(
  feet: readonly [number, number, number],
  yaw: number,
  project: Projector,
): (readonly [number, number])[][] {
  const [rx, rz] = [Math.cos(yaw), -Math.sin(yaw)];
  return personPieces.map((piece) =>
    piece.map(([x, y]) => {
      const across = x * personHeight;
      const [px, py] = project(feet[0] + across * rx, feet[1] + y * personHeight, feet[2] + across * rz);
      return [px, py] as const;
    }),
  );
}

type Edge = readonly [from: readonly [number, number], to: readonly [number, number]];

/** The stretch of an edge, as shares of it, that lies inside a convex piece counted anticlockwise; null where none does. */
function insideOf([[x, y], [toX, toY]]: Edge, piece: Piece): readonly [number, number] | null {
  let [from, to] = [0, 1];
  for (const [i, [ax, ay]] of piece.entries()) {
    const [bx, by] = piece[(i + 1) % piece.length]!;
    const side = (px: number, py: number) => (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const [start, end] = [side(x, y), side(toX, toY)];
    if (start <= 1e-9 && end <= 1e-9) return null;
    const meets = start / (start - end);
    if (start < 0) from = Math.max(from, meets);
    else if (end < 0) to = Math.min(to, meets);
  }
  return from < to - 1e-6 ? [from, to] : null;
}

/** The contour of the whole person: what no other piece covers of the edges of each, in shares of the height. */
export const personContour: readonly Edge[] = personPieces.flatMap((piece) =>
  piece.flatMap((start, i): Edge[] => {
    const end = piece[(i + 1) % piece.length]!;
    const covered = personPieces
      .filter((other) => other !== piece)
      .flatMap((other) => [insideOf([start, end], other) ?? []].filter((span) => span.length === 2))
      .sort((a, b) => a[0] - b[0]);
    const at = (share: number) =>
      [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share] as const;
    const open: Edge[] = [];
    let reached = 0;
    for (const [from, to] of [...covered, [1, 1] as const]) {
      if (from > reached + 1e-6) open.push([at(reached), at(from)]);
      reached = Math.max(reached, to);
    }
    return open;
  }),
);
