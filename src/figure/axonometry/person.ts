import { personOutline } from '../../placement/solid/person.ts';
import type { Camera, Projector } from '../../placement/view/camera.ts';
import { pathOf } from './path.ts';

/** The person for scale as one SVG path, turned to the eye; `feet` on the floor, metres. */
export function personSvg(
  feet: readonly [number, number, number],
  camera: Camera,
  project: Projector,
): string {
  return `<path class="person" d="${personOutline(feet, camera.yaw, project).map(pathOf).join('')}"/>`;
}
