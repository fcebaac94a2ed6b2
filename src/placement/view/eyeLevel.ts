import type { Solids } from '../solid/solids.ts';
import type { Frame, Projector } from './camera.ts';
import { pickSolids } from './shift.ts';

type Point = readonly [x: number, y: number, z: number];

/** Someone standing in a hall: metres, and radians from the way into the hall (`−z`) towards the left. */
export interface Onlooker {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}

/** Height of the eyes of the person drawn for scale, metres. */
export const eyeHeight = 1.62;

/** What is nearer than this is cut off, metres. */
const nearest = 0.3;

/** How much is seen from corner to corner of a picture: radians. */
const field = (82 * Math.PI) / 180;

/** Pixels that a metre takes which is a metre ahead. */
export const pixelsAtOneMetre = ({ width, height }: Frame): number =>
  Math.hypot(width, height) / 2 / Math.tan(field / 2);

/** Unit vectors of level sight along the floor, as `x, z`. */
export const sightAxes = ({ heading }: Onlooker) =>
  ({
    ahead: [-Math.sin(heading), -Math.cos(heading)],
    right: [Math.cos(heading), -Math.sin(heading)],
  }) as const;

/** A picture in perspective with level sight: uprights stay upright. */
export interface EyeLevel {
  /** Of points ahead alone; the third number grows evenly across the picture of a plane, and is larger nearer by. */
  readonly project: Projector;
  /** Pixels of a polygon, cut off before the eye; empty where nothing of it lies ahead. */
  polygon(corners: readonly Point[]): (readonly [number, number])[];
}

/** @param frame pixels */
export function eyeLevel(onlooker: Onlooker, frame: Frame): EyeLevel {
  const { ahead, right } = sightAxes(onlooker);
  const scale = pixelsAtOneMetre(frame);
  const seen = ([x, y, z]: Point): Point => {
    const [dx, dz] = [x - onlooker.x, z - onlooker.z];
    return [dx * right[0] + dz * right[1], y - eyeHeight, dx * ahead[0] + dz * ahead[1]];
  };
  const pixel = ([across, up, far]: Point) =>
    [frame.width / 2 + (across / far) * scale, frame.height / 2 - (up / far) * scale] as const;
  return {
    project(x, y, z) {
      const [across, up, far] = seen([x, y, z]);
      // What is beside the eye or behind it is off the picture.
      return [...pixel([across, up, Math.max(far, 1e-3)]), 1 / Math.max(far, 1e-3)];
    },
    polygon(corners) {
      const points = corners.map(seen);
      return points
        .flatMap((point, i): Point[] => {
          const next = points[(i + 1) % points.length]!;
          const own = point[2] >= nearest ? [point] : [];
          if (point[2] >= nearest === next[2] >= nearest) return own;
          const share = (nearest - point[2]) / (next[2] - point[2]);
          const at = (k: 0 | 1) => point[k] + (next[k] - point[k]) * share;
          return [...own, [at(0), at(1), nearest]];
        })
        .map(pixel);
    },
  };
}

/**
 * What of boxes lies ahead: those behind are left out, and those that reach behind are cut across the axis along which
 * they reach farthest, so that all corners of what is left can be projected.
 */
export function aheadOf(solids: Solids, onlooker: Onlooker): Solids {
  const { ahead } = sightAxes(onlooker);
  const kept: number[] = [];
  const [centre, half] = [solids.centre.slice(), solids.half.slice()];
  for (let i = 0; i < solids.count; i++) {
    const [hx, hz] = turnedHalf(solids, i);
    const far =
      (centre[3 * i]! - onlooker.x) * ahead[0] + (centre[3 * i + 2]! - onlooker.z) * ahead[1] - nearest;
    const reach = Math.abs(hx * ahead[0]) + Math.abs(hz * ahead[1]);
    if (far - reach < 0) {
      // As much is taken off the near end as reaches behind; what is turned is left out instead.
      const along = Math.abs(hx * ahead[0]) >= Math.abs(hz * ahead[1]) ? 0 : 2;
      const step = ahead[along / 2]!;
      const cut = (reach - far) / Math.abs(step);
      const own = along === 0 ? hx : hz;
      if (cut >= 2 * own || solids.yaw[i] !== 0) continue;
      centre[3 * i + along]! += (Math.sign(step) * cut) / 2;
      half[3 * i + along] = own - cut / 2;
    }
    kept.push(i);
  }
  return pickSolids({ ...solids, centre, half }, kept);
}

/** Half of what a box takes along x and z, turned as it is. */
export function turnedHalf({ half, yaw }: Solids, i: number): readonly [number, number] {
  const [c, s] = [Math.abs(Math.cos(yaw[i]!)), Math.abs(Math.sin(yaw[i]!))];
  return [half[3 * i]! * c + half[3 * i + 2]! * s, half[3 * i]! * s + half[3 * i + 2]! * c];
}
