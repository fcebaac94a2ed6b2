import { cameraAxes, projector, type Camera, type Frame, type Projector } from './camera.ts';
import { eyeHeight, turnedHalf, type Onlooker } from './eyeLevel.ts';
import type { Solids } from '../solid/solids.ts';

/** Groups of boxes and how far each reaches along the axes, metres. */
interface Groups {
  readonly members: readonly (readonly number[])[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Extents also along the three directions that bound an axonometric outline. */
interface Extents extends Groups {
  /** Across each projected axis of the hall, pixels. */
  readonly acrossLow: Float64Array;
  readonly acrossHigh: Float64Array;
}

function groupMembers(solids: Solids): number[][] {
  const members: number[][] = [];
  for (let i = 0; i < solids.count; i++) (members[solids.group[i]!] ??= []).push(i);
  return members.filter((group) => group !== undefined);
}

function groupsOf(solids: Solids): Groups {
  const members = groupMembers(solids);
  const n = members.length;
  const [low, high] = [new Float64Array(3 * n).fill(Infinity), new Float64Array(3 * n).fill(-Infinity)];
  members.forEach((group, g) => {
    for (const i of group) {
      const [hx, hz] = turnedHalf(solids, i);
      const half = [hx, solids.half[3 * i + 1]!, hz];
      for (let k = 0; k < 3; k++) {
        low[3 * g + k] = Math.min(low[3 * g + k]!, solids.centre[3 * i + k]! - half[k]!);
        high[3 * g + k] = Math.max(high[3 * g + k]!, solids.centre[3 * i + k]! + half[k]!);
      }
    }
  });
  return { members, low, high };
}

function extents(solids: Solids, camera: Camera, frame: Frame): Extents {
  const { members, low, high } = groupsOf(solids);
  const n = members.length;
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
  const project = projector(camera, frame);
  const nodes = sets.members.map((_, g) => g).filter((g) => isOnPicture(pictureOf(sets, g, project), frame));
  const side = (k: number) => (Math.abs(eye[k]!) < 1e-9 ? 0 : Math.sign(eye[k]!));
  return inOrder(
    sets,
    nodes,
    (a, b) => outlinesOverlap(sets, a, b),
    (k) => side(k),
  );
}

/** The same as an onlooker sees boxes that all lie ahead. */
export function paintersOrderAt(
  solids: Solids,
  onlooker: Onlooker,
  project: Projector,
  frame: Frame,
): readonly number[] {
  const sets = groupsOf(solids);
  const pictures = sets.members.map((_, g) => pictureOf(sets, g, project));
  const nodes = sets.members.map((_, g) => g).filter((g) => isOnPicture(pictures[g]!, frame));
  const eye = [onlooker.x, eyeHeight, onlooker.z];
  const overlap = (a: number, b: number) => {
    const [p, q] = [pictures[a]!, pictures[b]!];
    return p[0] < q[2] && q[0] < p[2] && p[1] < q[3] && q[1] < p[3];
  };
  return inOrder(sets, nodes, overlap, (k, plane) => Math.sign(eye[k]! - plane));
}

/**
 * @param overlap whether two groups share pixels
 * @param side on which side of a plane across an axis the eye is: 1, −1, or 0 where it lies in it
 */
function inOrder(
  groups: Groups,
  nodes: readonly number[],
  overlap: (a: number, b: number) => boolean,
  side: (axis: number, plane: number) => number,
): readonly number[] {
  const behind = new Map<number, number[]>(nodes.map((g) => [g, []]));
  for (let i = 0; i < nodes.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [nodes[i]!, nodes[j]!];
      if (!overlap(a, b)) continue;
      const relation = inFront(groups, a, b, side);
      if (relation > 0) behind.get(a)!.push(b);
      else if (relation < 0) behind.get(b)!.push(a);
    }
  }
  return topological(nodes, behind).flatMap((g) => groups.members[g]!);
}

type Picture = readonly [left: number, top: number, right: number, bottom: number];

function pictureOf({ low, high }: Groups, g: number, project: Projector): Picture {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner++) {
    const at = (k: number) => ((corner >> k) & 1 ? high[3 * g + k]! : low[3 * g + k]!);
    const [x, y] = project(at(0), at(1), at(2));
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
}

const isOnPicture = ([left, top, right, bottom]: Picture, frame: Frame): boolean =>
  right > 0 && left < frame.width && bottom > 0 && top < frame.height;

function outlinesOverlap({ acrossLow, acrossHigh }: Extents, a: number, b: number): boolean {
  for (let k = 0; k < 3; k++) {
    if (acrossLow[3 * a + k]! >= acrossHigh[3 * b + k]! || acrossLow[3 * b + k]! >= acrossHigh[3 * a + k]!)
      return false;
  }
  return true;
}

/** 1: a in front of b, −1: behind, 0: not parted by the axes. */
function inFront(
  { low, high }: Groups,
  a: number,
  b: number,
  side: (axis: number, plane: number) => number,
): number {
  const tolerance = 2e-5;
  for (let k = 0; k < 3; k++) {
    const [aLow, aHigh, bLow, bHigh] = [low[3 * a + k]!, high[3 * a + k]!, low[3 * b + k]!, high[3 * b + k]!];
    const over = aLow >= bHigh - tolerance;
    if (!over && bLow < aHigh - tolerance) continue;
    const eye = side(k, over ? (aLow + bHigh) / 2 : (bLow + aHigh) / 2);
    if (eye !== 0) return over ? eye : -eye;
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
