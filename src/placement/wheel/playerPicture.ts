import type { Point } from '../label/annotation.ts';
import type { Solids } from '../solid/solids.ts';
import { cameraAxes, type Camera, type Frame } from '../view/camera.ts';
import { memberAt, type Tower } from './wheel.ts';

/** A link as it is drawn in a step: idle at weight 0, else the heavier the more bytes it carries, up to 1. */
export interface DrawnLink {
  readonly points: readonly Point[];
  readonly media: readonly ('copper' | 'light')[];
  readonly weight: number;
  /** How many of its like lie side by side. */
  readonly among: number;
}

/** What one machine is drawn as. */
export interface DrawnTower {
  readonly tower: Tower;
  readonly links: readonly DrawnLink[];
}

/**
 * Width of a link, pixels: idle, and from the fewest bytes to the most, as far as links have room beside each other.
 * @param picture its width, pixels; on a small one all links are thinner
 */
export function linkWidth({ weight, among }: Pick<DrawnLink, 'weight' | 'among'>, picture: number): number {
  if (weight === 0) return 0.7;
  const share = Math.max(0.4, Math.min(1, picture / 1000));
  return Math.max(1, Math.min(1.4 + 4.6 * weight, 0.7 + 90 / among) * share);
}

/** Radians. */
export const playerAngles = { yaw: 0, pitch: (29 * Math.PI) / 180 } as const;

/** Room that words take at the edges of a picture, pixels. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
}

/** Most pixels that a metre takes. */
const mostPixels = 190;

/** Everything that stands on towers and on what lies beside them. */
function extremes(towers: readonly Tower[], solids: Solids): Point[] {
  const points: Point[] = towers.flatMap(({ wheels }) =>
    wheels.flatMap((wheel) => [
      ...Array.from({ length: wheel.drawn }, (_, index) => memberAt(wheel, index)),
      ...(wheel.hub ? [wheel.hub] : []),
    ]),
  );
  for (let box = 0; box < solids.count; box++)
    for (const side of [-1, 1] as const) {
      // Boxes are turned every way.
      const at = [0, 1, 2].map((k) => solids.centre[3 * box + k]! + side * 1.4 * solids.half[3 * box + k]!);
      points.push(at as unknown as Point);
    }
  return points;
}

/** The camera that sees all towers in what the words leave of a picture. */
export function playerCamera(
  towers: readonly Tower[],
  solids: Solids,
  frame: Frame,
  { top, bottom, side }: Margins,
  angles: { readonly yaw: number; readonly pitch: number } = playerAngles,
): Camera {
  const { right, up } = cameraAxes(angles);
  const along = (axis: readonly number[], point: readonly number[]) =>
    axis.reduce((sum, value, k) => sum + value * point[k]!, 0);
  const points = extremes(towers, solids);
  const range = (axis: readonly number[]): readonly [number, number] => {
    const all = points.map((point) => along(axis, point));
    return points.length > 0 ? [Math.min(...all), Math.max(...all)] : [-1, 1];
  };
  const [[left, far], [low, high]] = [range(right), range(up)];
  const [width, height] = [Math.max(1, frame.width - 2 * side), Math.max(1, frame.height - top - bottom)];
  // A small group is not blown up.
  const metres = Math.max((far - left) / width, (high - low) / height, 1 / mostPixels);
  // The middle of what is seen stands in the middle of what the words leave.
  const lift = ((bottom - top) / 2) * metres;
  const [x, y] = [(left + far) / 2, (low + high) / 2 - lift];
  const target = [0, 1, 2].map((k) => right[k]! * x + up[k]! * y);
  return { target: target as unknown as Camera['target'], ...angles, height: frame.height * metres };
}
