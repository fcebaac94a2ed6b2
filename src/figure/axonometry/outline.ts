/** A convex outline on the picture, its corners in pixels, with the upright rectangle around it. */
export interface Outline {
  readonly points: readonly (readonly number[])[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function outlineOf(points: readonly (readonly number[])[]): Outline {
  const [xs, ys] = [points.map((p) => p[0]!), points.map((p) => p[1]!)];
  return {
    points,
    ...{ left: Math.min(...xs), right: Math.max(...xs) },
    ...{ top: Math.min(...ys), bottom: Math.max(...ys) },
  };
}

/** Edges shorter than this many pixels have no direction worth asking for. */
const shortest = 0.01;

/** Calls back with each edge: a corner of it and its unit normal. True once an answer is. */
function someEdge(
  { points }: Outline,
  answer: (x: number, y: number, nx: number, ny: number) => boolean,
): boolean {
  return points.some(([x, y], i) => {
    const [toX, toY] = points[(i + 1) % points.length]!;
    const length = Math.hypot(toX! - x!, toY! - y!);
    return length >= shortest && answer(x!, y!, (toY! - y!) / length, (x! - toX!) / length);
  });
}

/** Whether a straight line parts two outlines by at least `gap` pixels; a gap below zero lets them overlap so far. */
export function apart(a: Outline, b: Outline, gap: number): boolean {
  if (a.left - gap >= b.right || b.left - gap >= a.right) return true;
  if (a.top - gap >= b.bottom || b.top - gap >= a.bottom) return true;
  const along = ({ points }: Outline, nx: number, ny: number) => {
    const places = points.map(([x, y]) => x! * nx + y! * ny);
    return [Math.min(...places), Math.max(...places)] as const;
  };
  const parted = (_x: number, _y: number, nx: number, ny: number) => {
    const [[aLow, aHigh], [bLow, bHigh]] = [along(a, nx, ny), along(b, nx, ny)];
    return aLow - gap >= bHigh || bLow - gap >= aHigh;
  };
  return someEdge(a, parted) || someEdge(b, parted);
}
