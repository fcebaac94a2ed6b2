import { cameraAxes, projector, type Camera, type Frame } from './camera.ts';
import type { Solids } from '../solid/solids.ts';

/** Extents of the groups of boxes: along the axes, and along the three directions that bound an axonometric outline. */
interface Extents {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Across each projected axis of the hall, pixels. */
  readonly acrossLow: Float64Array;
  readonly acrossHigh: Float64Array;
  readonly members: readonly (readonly number[])[];
}

function groupMembers(solids: Solids): number[][] {
  const members: number[][] = [];
  for (let i = 0; i < solids.count; i++) (members[solids.group[i]!] ??= []).push(i);
  return members.filter((group) => group !== undefined);
}

function extents(solids: Solids, camera: Camera, frame: Frame): Extents {
  const members = groupMembers(solids);
  const n = members.length;
  const [low, high] = [new Float64Array(3 * n).fill(Infinity), new Float64Array(3 * n).fill(-Infinity)];
  members.forEach((group, g) => {
    for (const i of group) {
      const [c, s] = [Math.abs(Math.cos(solids.yaw[i]!)), Math.abs(Math.sin(solids.yaw[i]!))];
      const [hx, hy, hz] = [solids.half[3 * i]!, solids.half[3 * i + 1]!, solids.half[3 * i + 2]!];
      const half = [hx * c + hz * s, hy, hx * s + hz * c];
      for (let k = 0; k < 3; k++) {
        low[3 * g + k] = Math.min(low[3 * g + k]!, solids.centre[3 * i + k]! - half[k]!);
        high[3 * g + k] = Math.max(high[3 * g + k]!, solids.centre[3 * i + k]! + half[k]!);
      }
    }
  });
  // The outline of a projected box has edges along the projected axes only, so two outlines are apart exactly when
  // they are apart across one of those axes.
  const project = projector(camera, frame);
  const origin = project(0, 0, 0);
  const axes = [project(1, 0, 0), project(0, 1, 0), project(0, 0, 1)].map(
    (p) => [p[0] - origin[0], p[1] - origin[1]] as const,
  );
  const [acrossLow, acrossHigh] = [new Float64Array(3 * n), new Float64Array(3 * n)];
  for (let k = 0; k < 3; k++) {
    const across = [-axes[k]![1], axes[k]![0]] as const;
    // An axis seen end on parts nothing: the other two bound the outline.
    const endOn = Math.hypot(...across) < 1e-6;
    const weights = axes.map((axis) => axis[0] * across[0] + axis[1] * across[1]);
    for (let g = 0; g < n; g++) {
      let [from, to] = [0, 0];
      for (let j = 0; j < 3; j++) {
        const [a, b] = [weights[j]! * low[3 * g + j]!, weights[j]! * high[3 * g + j]!];
        from += Math.min(a, b);
        to += Math.max(a, b);
      }
      acrossLow[3 * g + k] = endOn ? -Infinity : from;
      acrossHigh[3 * g + k] = endOn ? Infinity : to;
    }
  }
  return { low, high, acrossLow, acrossHigh, members };
}

/**
 * Painter's order of boxes that do not run through each other: indices from the farthest to the nearest.
 * Of two groups whose outlines overlap, a plane of the axes parts them, and the one on the eye's side comes later.
 * Groups wholly off the picture are left out. Time grows with the square of the groups in sight.
 */
export function paintersOrder(solids: Solids, camera: Camera, frame: Frame): readonly number[] {
  const sets = extents(solids, camera, frame);
  const { eye } = cameraAxes(camera);
  const nodes = sets.members.map((_, g) => g).filter((g) => inSight(sets, g, camera, frame));
  const behind = new Map<number, number[]>(nodes.map((g) => [g, []]));
  for (let i = 0; i < nodes.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [nodes[i]!, nodes[j]!];
      if (!outlinesOverlap(sets, a, b)) continue;
      const relation = inFront(sets, a, b, eye);
      if (relation > 0) behind.get(a)!.push(b);
      else if (relation < 0) behind.get(b)!.push(a);
    }
  }
  return topological(nodes, behind).flatMap((g) => sets.members[g]!);
}

function inSight({ low, high }: Extents, g: number, camera: Camera, frame: Frame): boolean {
  const project = projector(camera, frame);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner++) {
    const at = (k: number) => ((corner >> k) & 1 ? high[3 * g + k]! : low[3 * g + k]!);
    const [x, y] = project(at(0), at(1), at(2));
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return right > 0 && left < frame.width && bottom > 0 && top < frame.height;
}

function outlinesOverlap({ acrossLow, acrossHigh }: Extents, a: number, b: number): boolean {
  for (let k = 0; k < 3; k++) {
    if (acrossLow[3 * a + k]! >= acrossHigh[3 * b + k]! || acrossLow[3 * b + k]! >= acrossHigh[3 * a + k]!)
      return false;
  }
  return true;
}

/** 1: a in front of b, −1: behind, 0: not parted by the axes. */
function inFront({ low, high }: Extents, a: number, b: number, eye: readonly number[]): number {
  const tolerance = 2e-5;
  for (let k = 0; k < 3; k++) {
    const side = Math.abs(eye[k]!) < 1e-9 ? 0 : Math.sign(eye[k]!);
    if (side === 0) continue;
    if (low[3 * a + k]! >= high[3 * b + k]! - tolerance) return side;
    if (low[3 * b + k]! >= high[3 * a + k]! - tolerance) return -side;
  }
  return 0;
}

/** Depth-first: everything behind a group is painted before it. Groups in a knot keep their order of arrival. */
function topological(nodes: readonly number[], behind: ReadonlyMap<number, readonly number[]>): number[] {
  const done = new Set<number>();
  const order: number[] = [];
  for (const start of nodes) {
    if (done.has(start)) continue;
    const stack = [{ node: start, next: 0 }];
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
