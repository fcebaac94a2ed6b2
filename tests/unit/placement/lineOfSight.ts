import { cameraAxes, type Camera, type Frame } from '../../../src/placement/view/camera.ts';
import type { Solids } from '../../../src/placement/solid/solids.ts';

type Vector = readonly [number, number, number];

/** Point of the hall behind a pixel, on the plane through what the camera looks at. */
export function pointBehind(x: number, y: number, camera: Camera, frame: Frame): Vector {
  const { right, up } = cameraAxes(camera);
  const scale = camera.height / frame.height;
  const [across, upwards] = [(x - frame.width / 2) * scale, (frame.height / 2 - y) * scale];
  return [0, 1, 2].map((k) => camera.target[k]! + right[k]! * across + up[k]! * upwards) as [
    number, number, number,
  ]; // prettier-ignore
}

/**
 * How near to the eye a line of sight through `at` leaves box `i`, metres towards the eye; null where it misses it.
 * Written apart from the code under test: the faces are met one by one and the point is checked to lie on the box.
 */
export function nearness(solids: Solids, i: number, at: Vector, eye: Vector): number | null {
  const yaw = solids.yaw[i]!;
  const inBox = ([x, y, z]: Vector): Vector => [
    x * Math.cos(-yaw) + z * Math.sin(-yaw),
    y,
    -x * Math.sin(-yaw) + z * Math.cos(-yaw),
  ];
  const start = inBox([0, 1, 2].map((k) => at[k]! - solids.centre[3 * i + k]!) as [number, number, number]);
  const way = inBox(eye);
  let nearest: number | null = null;
  for (const axis of [0, 1, 2])
    for (const side of [-1, 1]) {
      if (Math.abs(way[axis]!) < 1e-9) continue;
      const t = (side * solids.half[3 * i + axis]! - start[axis]!) / way[axis]!;
      const inside = [0, 1, 2]
        .filter((k) => k !== axis)
        .every((k) => Math.abs(start[k]! + t * way[k]!) < solids.half[3 * i + k]! - 1e-7);
      if (inside && (nearest === null || t > nearest)) nearest = t;
    }
  return nearest;
}
