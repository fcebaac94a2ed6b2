import { faces } from '../../src/encoding/tone.ts';
import type { Pixel } from '../../src/placement/label/placed.ts';
import { looks, type Solids } from '../../src/placement/solid/solids.ts';
import type { Frame, Projector } from '../../src/placement/view/camera.ts';

/** Pixels. */
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** Whether two rectangles share no point. */
export const apart = (a: Rectangle, b: Rectangle) =>
  a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];

/** Whether a convex outline and a rectangle share a point: no edge of either parts them. */
export function overlaps(outline: readonly Pixel[], box: Rectangle): boolean {
  const corners: readonly Pixel[] = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ];
  const parts = (of: readonly Pixel[]) =>
    of.some(([x, y], i) => {
      const [toX, toY] = of[(i + 1) % of.length]!;
      const [nx, ny] = [toY - y, x - toX];
      if (Math.hypot(nx, ny) < 1e-6) return false;
      const along = (points: readonly Pixel[]) => points.map(([px, py]) => px * nx + py * ny);
      const [a, b] = [along(outline), along(corners)];
      return Math.max(...a) <= Math.min(...b) + 1e-6 || Math.max(...b) <= Math.min(...a) + 1e-6;
    });
  return !parts(outline) && !parts(corners);
}

/** A straight piece of a line. */
export type Stretch = readonly [Pixel, Pixel];
/** The pieces of a line through points. */
export const stretches = (points: readonly Pixel[]): Stretch[] =>
  points.slice(1).map((p, i) => [points[i]!, p]);

/** Whether two pieces cross inside of both. */
export function meet([[ax, ay], [bx, by]]: Stretch, [[cx, cy], [dx, dy]]: Stretch): boolean {
  const area = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (Math.abs(area) < 1e-9) return false;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / area;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / area;
  return t > 1e-6 && t < 1 - 1e-6 && u > 1e-6 && u < 1 - 1e-6;
}

/** A box on the picture: each face that is turned to the eye, with its tone and side, or its edges where it has faded. */
export interface Drawn {
  readonly outline: readonly Pixel[];
  readonly extent: Rectangle;
  readonly fill: number;
  /** Metres towards the eye of its first corner, and how they change across and down. */
  readonly near: number;
  readonly faded: boolean;
}

/** What a picture shows of its boxes, exactly: the check of the cells in which words are placed. */
export function drawnOn(solids: Solids, project: Projector, frame: Frame): Drawn[] {
  const found: Drawn[] = [];
  for (let i = 0; i < solids.count; i++) {
    const yaw = solids.yaw[i]!;
    const corner = (sx: number, sy: number, sz: number) => {
      const [hx, hy, hz] = [
        sx * solids.half[3 * i]!,
        sy * solids.half[3 * i + 1]!,
        sz * solids.half[3 * i + 2]!,
      ];
      return project(
        solids.centre[3 * i]! + hx * Math.cos(yaw) + hz * Math.sin(yaw),
        solids.centre[3 * i + 1]! + hy,
        solids.centre[3 * i + 2]! - hx * Math.sin(yaw) + hz * Math.cos(yaw),
      );
    };
    const faded = looks[solids.look[i]!] === 'ghost';
    for (const axis of [0, 1, 2] as const)
      for (const sign of [-1, 1]) {
        const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
        const at = (a: number, b: number) => {
          const s = [0, 0, 0];
          [s[axis], s[u], s[v]] = [sign, a, b];
          return corner(s[0]!, s[1]!, s[2]!);
        };
        const points = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
        const outline = points.map(([x, y]): Pixel => [x, y]);
        const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
        const extent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
        if (apart(extent, [0, 0, frame.width, frame.height])) continue;
        const face = faces.indexOf(axis === 1 ? 'top' : axis === 2 ? 'front' : 'side');
        const near = points.reduce((sum, point) => sum + point[2], 0) / 4;
        const fill = 3 * solids.tone[i]! + face;
        // Of what has faded, too, only the sides turned to the eye are outlined: those whose corners, counted so as seen
        // from outside, run clockwise.
        const area = points.reduce((sum, [x, y], k) => {
          const [toX, toY] = points[(k + 1) % 4]!;
          return sum + x * toY - y * toX;
        }, 0);
        if (area * sign >= -1e-9) continue;
        if (!faded) found.push({ outline, extent, fill, near, faded });
        else
          for (const edge of stretches([...outline, outline[0]!]))
            found.push({ outline: [...edge], extent, fill, near, faded });
      }
  }
  return found;
}
