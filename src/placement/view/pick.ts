import type { PartPath } from '../../model/hardware/partPath.ts';
import { looks, type Solids } from '../solid/solids.ts';

/** A line of sight in metres: where it starts and which way it goes. */
export interface Ray {
  readonly origin: readonly [number, number, number];
  readonly direction: readonly [number, number, number];
}

const ghost = looks.indexOf('ghost');

/** The box that the ray meets first and how far away, metres, or null. Outlines alone let the ray through. */
export function pickBox(
  solids: Solids,
  ray: Ray,
): { readonly box: number; readonly distance: number } | null {
  let [found, nearest] = [-1, Infinity];
  for (let i = 0; i < solids.count; i++) {
    if (solids.look[i] === ghost) continue;
    const distance = meet(solids, i, ray);
    if (distance < nearest) [found, nearest] = [i, distance];
  }
  return found < 0 ? null : { box: found, distance: nearest };
}

/** The part whose box the ray meets first, or null. */
export function pickPart(sets: readonly Solids[], ray: Ray): PartPath | null {
  let nearest = Infinity;
  let part: PartPath | null = null;
  for (const solids of sets) {
    const found = pickBox(solids, ray);
    if (found && found.distance < nearest) {
      nearest = found.distance;
      part = solids.owners[solids.owner[found.box]!]!;
    }
  }
  return part && part.length > 0 ? part : null;
}

/** Distance along the ray at which it enters box `i`, or Infinity (slab method, in the box's own frame). */
function meet(solids: Solids, i: number, { origin, direction }: Ray): number {
  const yaw = solids.yaw[i]!;
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
  const turn = (x: number, y: number, z: number) => [x * c - z * s, y, x * s + z * c] as const;
  const at = (k: number) => solids.centre[3 * i + k]!;
  const o = turn(origin[0] - at(0), origin[1] - at(1), origin[2] - at(2));
  const d = turn(...direction);
  let [enter, leave] = [0, Infinity];
  for (let k = 0; k < 3; k++) {
    const half = solids.half[3 * i + k]!;
    if (Math.abs(d[k]!) < 1e-12) {
      if (Math.abs(o[k]!) > half) return Infinity;
      continue;
    }
    const [a, b] = [(-half - o[k]!) / d[k]!, (half - o[k]!) / d[k]!];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : Infinity;
}
