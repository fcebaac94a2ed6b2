import type { Projector } from '../view/camera.ts';

/** Height of the person drawn for scale, metres. */
export const personHeight = 1.75;

type Piece = readonly (readonly [number, number])[];

/** The same piece on the other side of the middle. */
const mirrored = (piece: Piece): Piece => piece.map(([x, y]) => [-x, y] as const).reverse();

const head: Piece = Array.from({ length: 18 }, (_, i) => {
  const angle = (i / 18) * 2 * Math.PI;
  // Narrower at the chin than at the brow.
  const width = 0.046 + 0.005 * Math.sin(angle);
  return [width * Math.cos(angle), 0.934 + 0.066 * Math.sin(angle)] as const;
});
const neck: Piece = [[-0.026, 0.83], [0.026, 0.83], [0.025, 0.89], [-0.025, 0.89]]; // prettier-ignore
const nape: Piece = [[-0.062, 0.83], [0.062, 0.83], [0.026, 0.854], [-0.026, 0.854]]; // prettier-ignore
const chest: Piece = [[0, 0.62], [0.084, 0.62], [0.1, 0.7], [0.108, 0.785], [0, 0.785]]; // prettier-ignore
const hip: Piece = [[0, 0.47], [0.09, 0.47], [0.1, 0.505], [0.101, 0.54], [0.094, 0.59], [0.084, 0.63], [0, 0.63]]; // prettier-ignore
const shoulder: Piece = [[0, 0.775], [0.106, 0.775], [0.124, 0.786], [0.127, 0.8], [0.118, 0.814], [0.1, 0.824], [0.06, 0.834], [0, 0.834]]; // prettier-ignore
/** From the middle to the right, and its mirror image: one piece. */
const both = (piece: Piece): Piece => [
  ...piece.filter(([x]) => x > 0),
  ...mirrored(piece).filter(([x]) => x < 0),
];
const upperArm: Piece = [[0.1, 0.79], [0.106, 0.7], [0.112, 0.615], [0.138, 0.6], [0.143, 0.66], [0.141, 0.74], [0.132, 0.79], [0.12, 0.808]]; // prettier-ignore
const forearm: Piece = [[0.113, 0.625], [0.119, 0.54], [0.127, 0.47], [0.149, 0.465], [0.152, 0.53], [0.148, 0.59], [0.139, 0.62]]; // prettier-ignore
const hand: Piece = [[0.126, 0.475], [0.123, 0.43], [0.128, 0.402], [0.138, 0.39], [0.148, 0.4], [0.153, 0.43], [0.15, 0.47]]; // prettier-ignore
const thigh: Piece = [[0.004, 0.485], [0.008, 0.38], [0.016, 0.27], [0.07, 0.265], [0.086, 0.36], [0.097, 0.43], [0.099, 0.49]]; // prettier-ignore
const calf: Piece = [[0.016, 0.285], [0.014, 0.22], [0.02, 0.15], [0.068, 0.14], [0.077, 0.2], [0.076, 0.245], [0.07, 0.285]]; // prettier-ignore
const ankle: Piece = [[0.02, 0.155], [0.03, 0.05], [0.062, 0.05], [0.069, 0.15]]; // prettier-ignore
const foot: Piece = [[0.026, 0], [0.092, 0], [0.1, 0.008], [0.094, 0.022], [0.064, 0.055], [0.028, 0.055]]; // prettier-ignore

/**
 * A person standing at ease, drawn as architects draw one: flat, for scale. Convex pieces of corners `[x, y]` in shares
 * of the height, feet at 0, x to the right of the middle.
 */
export const personPieces: readonly Piece[] = [
  head, neck, nape, ...[shoulder, chest, hip].map(both),
  ...[upperArm, forearm, hand, thigh, calf, ankle, foot].flatMap((piece) => [piece, mirrored(piece)]),
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
