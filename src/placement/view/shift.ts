import type { Camera } from './camera.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { Solids } from '../solid/solids.ts';

type Point = readonly [number, number, number];

/**
 * The same boxes seen from another origin, worked out in double precision: what stands near the origin keeps the
 * finest numbers when they are rounded to single precision for drawing. Only the centres are new.
 */
export function shiftSolids(solids: Solids, origin: Point): Solids {
  const centre = new Float32Array(3 * solids.count);
  for (let i = 0; i < centre.length; i++) centre[i] = solids.centre[i]! - origin[i % 3]!;
  return { ...solids, centre };
}

/** The same camera seen from another origin. */
export function shiftCamera(camera: Camera, origin: Point): Camera {
  const [x, y, z] = camera.target;
  return { ...camera, target: [x - origin[0], y - origin[1], z - origin[2]] };
}

/** Those boxes alone that belong to parts for which `keep` holds, in their order. */
export function keepSolids(solids: Solids, keep: (part: PartPath) => boolean): Solids {
  const kept = solids.owners.map(keep);
  return pickSolids(
    solids,
    Array.from({ length: solids.count }, (_, i) => i).filter((i) => kept[solids.owner[i]!]),
  );
}

/** The boxes of those indices, in that order. */
export function pickSolids(solids: Solids, indices: readonly number[]): Solids {
  const three = (from: Float32Array) =>
    Float32Array.from(indices.flatMap((i) => [from[3 * i]!, from[3 * i + 1]!, from[3 * i + 2]!]));
  return {
    count: indices.length,
    centre: three(solids.centre),
    half: three(solids.half),
    yaw: Float32Array.from(indices, (i) => solids.yaw[i]!),
    tone: Uint8Array.from(indices, (i) => solids.tone[i]!),
    look: Uint8Array.from(indices, (i) => solids.look[i]!),
    owner: Uint32Array.from(indices, (i) => solids.owner[i]!),
    owners: solids.owners,
    group: Uint32Array.from(indices, (i) => solids.group[i]!),
  };
}
