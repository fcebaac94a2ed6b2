import type { Outline } from './outline.ts';

type Corner = readonly [x: number, y: number];
type Polygon = readonly Corner[];
type Edge = readonly [nx: number, ny: number, reach: number];

/** Fragments narrower than this are none, pixels. */
const sliver = 0.02;
/** What falls into more is taken to be seen. */
const mostFragments = 60;

/** Corners in the order that has the inside on the right of each edge as `y` points down. */
function turned(points: Outline['points']): Polygon {
  const corners = points.map(([x, y]): Corner => [x!, y!]);
  const twice = corners.reduce((sum, [x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length]!;
    return sum + x * toY - y * toX;
  }, 0);
  return twice < 0 ? corners.toReversed() : corners;
}

/** Lines along the edges of a convex outline, moved outwards: `nx·x + ny·y <= reach` holds inside. */
function edgesOf({ points }: Outline, outwards: number): Edge[] {
  const corners = turned(points);
  return corners.flatMap(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length]!;
    const length = Math.hypot(toX - x, toY - y);
    if (length < 0.01) return [];
    const [nx, ny] = [(toY - y) / length, (x - toX) / length];
    return [[nx, ny, nx * x + ny * y + outwards] as const];
  });
}

/** The part of a convex polygon on one side of a line; null where it is no wider than a sliver. */
function cut(polygon: Polygon, [nx, ny, reach]: Edge, side: 1 | -1): Polygon | null {
  const away = polygon.map(([x, y]) => side * (nx * x + ny * y - reach));
  if (away.every((one) => one >= -sliver)) return null;
  if (away.every((one) => one <= 0)) return polygon;
  const kept: Corner[] = [];
  polygon.forEach((corner, i) => {
    const next = (i + 1) % polygon.length;
    const [a, b] = [away[i]!, away[next]!];
    if (a <= 0) kept.push(corner);
    if (a < 0 === b < 0 || a === 0 || b === 0) return;
    const t = a / (a - b);
    const to = polygon[next]!;
    kept.push([corner[0] + t * (to[0] - corner[0]), corner[1] + t * (to[1] - corner[1])]);
  });
  return kept.length < 3 ? null : kept;
}

/**
 * Whether convex outlines together cover another one.
 * @param wider by how much the covered outline reaches beyond its edges, pixels
 * @param covers with by how much each reaches beyond its own
 */
export function covered(
  outline: Outline,
  wider: number,
  covers: Iterable<readonly [Outline, number]>,
): boolean {
  const [left, top] = [outline.left - wider, outline.top - wider];
  const [right, bottom] = [outline.right + wider, outline.bottom + wider];
  const around: Polygon = [[left, top], [right, top], [right, bottom], [left, bottom]]; // prettier-ignore
  const whole = edgesOf(outline, wider).reduce<Polygon | null>((kept, edge) => kept && cut(kept, edge, 1), around); // prettier-ignore
  let rest = whole ? [whole] : [];
  for (const [cover, reach] of covers) {
    if (cover.left - reach >= right || cover.right + reach <= left) continue;
    if (cover.top - reach >= bottom || cover.bottom + reach <= top) continue;
    const edges = edgesOf(cover, reach);
    rest = rest.flatMap((fragment) => outsideOf(fragment, edges));
    if (rest.length === 0) return true;
    if (rest.length > mostFragments) return false;
  }
  return rest.length === 0;
}

/** What of a fragment lies outside a convex outline, in convex parts. */
function outsideOf(fragment: Polygon, edges: readonly Edge[]): Polygon[] {
  const outside: Polygon[] = [];
  let inside: Polygon | null = fragment;
  for (const edge of edges) {
    if (!inside) break;
    const beyond = cut(inside, edge, -1);
    if (beyond) outside.push(beyond);
    inside = cut(inside, edge, 1);
  }
  return outside;
}
