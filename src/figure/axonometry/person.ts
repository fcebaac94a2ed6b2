import type { Camera, Projector } from '../../placement/view/camera.ts';
import { personHeight, personPieces } from '../../placement/solid/person.ts';
import { pathOf } from './path.ts';

/** The person for scale as one SVG path, turned to the eye; `feet` on the floor, metres. */
export function personSvg(
  feet: readonly [number, number, number],
  camera: Camera,
  project: Projector,
): string {
  const [rx, rz] = [Math.cos(camera.yaw), -Math.sin(camera.yaw)];
  const pieces = personPieces.map((piece) =>
    pathOf(
      piece.map(([x, y]) =>
        project(feet[0] + x * personHeight * rx, feet[1] + y * personHeight, feet[2] + x * personHeight * rz),
      ),
    ),
  );
  return `<path class="person" d="${pieces.join('')}"/>`;
}
