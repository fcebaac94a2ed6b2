import type { Solids } from '../solid/solids.ts';

type Point = readonly [x: number, y: number, z: number];

/** Someone standing in a hall: metres, and radians from the way into the hall (`−z`) towards the left. */
export interface Onlooker {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
  /** Metres above the floor. */
  readonly eyes: number;
}

/** What is nearer than this is cut off, metres. */
const nearest = 0.3;

/** A picture in perspective with level sight: uprights stay upright. */
export interface EyeLevel {
  /** Unit vector to the right of the picture, along the floor. */
  readonly right: readonly [x: number, z: number];
  /** Pixels of a polygon, cut off before the eye; empty where nothing of it lies ahead. */
  polygon(corners: readonly Point[]): (readonly [number, number])[];
}

/**
 * @param frame pixels
 * @param width how much is seen from the left edge to the right, radians
 */
export function eyeLevel(
  { x, z, heading, eyes }: Onlooker,
  frame: { readonly width: number; readonly height: number },
  width: number,
): EyeLevel {
  const ahead = [-Math.sin(heading), -Math.cos(heading)] as const;
  const right = [Math.cos(heading), -Math.sin(heading)] as const;
  const scale = frame.width / 2 / Math.tan(width / 2);
  const seen = ([px, py, pz]: Point): Point => {
    const [dx, dz] = [px - x, pz - z];
    return [dx * right[0] + dz * right[1], py - eyes, dx * ahead[0] + dz * ahead[1]];
  };
  return {
    right,
    polygon(corners) {
      const points = corners.map(seen);
      const kept = points.flatMap((point, i): Point[] => {
        const next = points[(i + 1) % points.length]!;
        const own = point[2] >= nearest ? [point] : [];
        if (point[2] >= nearest === next[2] >= nearest) return own;
        const share = (nearest - point[2]) / (next[2] - point[2]);
        const at = (k: 0 | 1) => point[k] + (next[k] - point[k]) * share;
        return [...own, [at(0), at(1), nearest]];
      });
      return kept.map(([across, up, far]) => [
        frame.width / 2 + (across / far) * scale,
        frame.height / 2 - (up / far) * scale,
      ]);
    },
  };
}

/**
 * Groups of boxes from the farthest to the nearest, what hangs over `ceiling` before what stands below it: seen from the
 * floor nothing overhead hides a cabinet.
 */
export function farthestFirst(solids: Solids, { x, z }: Onlooker, ceiling: number): number[][] {
  const groups: number[][] = [];
  for (let i = 0; i < solids.count; i++) (groups[solids.group[i]!] ??= []).push(i);
  const middle = ([first]: readonly number[], k: number) => solids.centre[3 * first! + k]!;
  const distance = (group: readonly number[]) => Math.hypot(middle(group, 0) - x, middle(group, 2) - z);
  const hangs = (group: readonly number[]) => (middle(group, 1) > ceiling ? 0 : 1);
  return groups.filter(Boolean).sort((a, b) => hangs(a) - hangs(b) || distance(b) - distance(a));
}
