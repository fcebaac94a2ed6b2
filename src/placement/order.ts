import { cameraAxes, projector, type Camera, type Frame } from './camera.ts';
import type { Solids } from './solids.ts';

/** Extent of every solid along the axes and on the picture. */
interface Extents {
  readonly low: Float32Array;
  readonly high: Float32Array;
  /** `[left, top, right, bottom]` in pixels. */
  readonly screen: Float32Array;
}

function extents(solids: Solids, camera: Camera, frame: Frame): Extents {
  const project = projector(camera, frame);
  const low = new Float32Array(3 * solids.count);
  const high = new Float32Array(3 * solids.count);
  const screen = new Float32Array(4 * solids.count);
  for (let i = 0; i < solids.count; i++) {
    const [c, s] = [Math.abs(Math.cos(solids.yaw[i]!)), Math.abs(Math.sin(solids.yaw[i]!))];
    const [hx, hy, hz] = [solids.half[3 * i]!, solids.half[3 * i + 1]!, solids.half[3 * i + 2]!];
    const half = [hx * c + hz * s, hy, hx * s + hz * c];
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 0; k < 3; k++) {
      low[3 * i + k] = solids.centre[3 * i + k]! - half[k]!;
      high[3 * i + k] = solids.centre[3 * i + k]! + half[k]!;
    }
    for (let corner = 0; corner < 8; corner++) {
      const at = (k: number) => ((corner >> k) & 1 ? high[3 * i + k]! : low[3 * i + k]!);
      const [x, y] = project(at(0), at(1), at(2));
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    screen.set([left, top, right, bottom], 4 * i);
  }
  return { low, high, screen };
}

/**
 * Painter's order of boxes that do not run through each other: indices from the farthest to the nearest.
 * Of two boxes that overlap on the picture, a plane of the axes parts them, and the one on the eye's side comes later.
 * Boxes wholly off the picture are left out. O(n log n + overlapping pairs).
 */
export function paintersOrder(solids: Solids, camera: Camera, frame: Frame): readonly number[] {
  const { low, high, screen } = extents(solids, camera, frame);
  const { eye } = cameraAxes(camera);
  const visible = Array.from({ length: solids.count }, (_, i) => i).filter(
    (i) =>
      screen[4 * i + 2]! > 0 &&
      screen[4 * i]! < frame.width &&
      screen[4 * i + 3]! > 0 &&
      screen[4 * i + 1]! < frame.height,
  );
  const byLeft = [...visible].sort((a, b) => screen[4 * a]! - screen[4 * b]!);
  const behind = new Map<number, number[]>(visible.map((i) => [i, []]));
  const tolerance = 1e-5;
  /** 1: a in front of b; −1: behind; 0: not parted by the axes. */
  const compare = (a: number, b: number): number => {
    for (let k = 0; k < 3; k++) {
      const side = Math.sign(eye[k]!);
      if (side === 0) continue;
      if (low[3 * a + k]! >= high[3 * b + k]! - tolerance) return side;
      if (low[3 * b + k]! >= high[3 * a + k]! - tolerance) return -side;
    }
    return 0;
  };
  let active: number[] = [];
  for (const a of byLeft) {
    const left = screen[4 * a]!;
    active = active.filter((b) => screen[4 * b + 2]! > left);
    for (const b of active) {
      if (screen[4 * b + 3]! <= screen[4 * a + 1]! || screen[4 * a + 3]! <= screen[4 * b + 1]!) continue;
      const relation = compare(a, b);
      if (relation > 0) behind.get(a)!.push(b);
      else if (relation < 0) behind.get(b)!.push(a);
    }
    active.push(a);
  }
  return topological(visible, behind);
}

/** Depth-first: everything behind a box is painted before it. Boxes in a knot keep their order of arrival. */
function topological(nodes: readonly number[], behind: ReadonlyMap<number, readonly number[]>): number[] {
  const done = new Set<number>();
  const order: number[] = [];
  for (const start of nodes) {
    if (done.has(start)) continue;
    const stack: { node: number; next: number }[] = [{ node: start, next: 0 }];
    done.add(start);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const follow = behind.get(top.node)![top.next++];
      if (follow === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (!done.has(follow)) {
        done.add(follow);
        stack.push({ node: follow, next: 0 });
      }
    }
  }
  return order;
}
