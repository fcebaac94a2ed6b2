import { tones } from '../../encoding/tone.ts';
import {
  cameraAxes,
  projector,
  type Camera,
  type Frame,
  type Projector,
} from '../../placement/view/camera.ts';
import { paintersOrder } from '../../placement/view/order.ts';
import { looks, type Solids } from '../../placement/solid/solids.ts';

/** A face of a box on the picture. */
export interface PaintedFace {
  /** Classes of `styles/drawing.css`: tone, face and look. */
  readonly name: string;
  /** Corners, pixels. */
  readonly points: readonly (readonly number[])[];
  /** Index of its box; the faces of one box meet in their edges and hide nothing of each other. */
  readonly box: number;
  /** A line along a thin link rather than an outline. */
  readonly thread: boolean;
}

/** Corners of the three faces a camera can see, as signs of the half size; the sides are chosen by the view. */
const faceCorners = {
  top: [[-1, 1, 1], [1, 1, 1], [1, 1, -1], [-1, 1, -1]],
  front: [[-1, -1, 1], [1, -1, 1], [1, 1, 1], [-1, 1, 1]],
  side: [[1, -1, 1], [1, -1, -1], [1, 1, -1], [1, 1, 1]],
} as const; // prettier-ignore

/** Faces thinner than this many pixels are left out. */
const thinnest = 0.6;

/** The faces of boxes that are turned to the eye, in painter's order. */
export function facesOf(solids: Solids, camera: Camera, frame: Frame): PaintedFace[] {
  const project = projector(camera, frame);
  return paintersOrder(solids, camera, frame).flatMap((i) => facesOfBox(solids, i, camera, project));
}

function facesOfBox(solids: Solids, i: number, camera: Camera, project: Projector): PaintedFace[] {
  const { eye } = cameraAxes(camera);
  const tone = tones[solids.tone[i]!]!;
  const look = looks[solids.look[i]!]!;
  const yaw = solids.yaw[i]!;
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
  const eyeX = eye[0] * c - eye[2] * s;
  const eyeZ = eye[0] * s + eye[2] * c;
  const faces: PaintedFace[] = [];
  for (const face of ['side', 'front', 'top'] as const) {
    const towards = face === 'side' ? eyeX : face === 'front' ? eyeZ : eye[1];
    if (Math.abs(towards) < 1e-6) continue;
    const flip = Math.sign(towards);
    const points = faceCorners[face].map((corner) => {
      const sign = [
        face === 'side' ? corner[0] * flip : corner[0],
        face === 'top' ? corner[1] * flip : corner[1],
        face === 'front' ? corner[2] * flip : corner[2],
      ];
      const [x, y, z] = [0, 1, 2].map((k) => sign[k]! * solids.half[3 * i + k]!) as [number, number, number];
      return project(
        solids.centre[3 * i]! + x * c + z * s,
        solids.centre[3 * i + 1]! + y,
        solids.centre[3 * i + 2]! - x * s + z * c,
      );
    });
    if (thicknessOf(points) < thinnest) continue;
    const name = look === 'ghost' ? 'ghost' : `${tone} ${face} ${look}`;
    faces.push({ name, points, box: i, thread: false });
  }
  if (faces.length > 0 || (tone !== 'fibre' && tone !== 'wire')) return faces;
  const points = threadOf(solids, i, project);
  return points ? [{ name: `${tone} thread`, points, box: i, thread: true }] : [];
}

/** Threads shorter than this many pixels are left out. */
const shortestThread = 6;

/** Both ends of a link too thin to have faces; null where it is short or merely a corner of one. */
function threadOf(solids: Solids, i: number, project: Projector): readonly (readonly number[])[] | null {
  const half = [0, 1, 2].map((k) => solids.half[3 * i + k]!);
  const long = half.indexOf(Math.max(...half));
  const yaw = solids.yaw[i]!;
  const end = (sign: number) => {
    const reach = sign * half[long]!;
    const [x, z] = long === 0 ? [reach * Math.cos(yaw), -reach * Math.sin(yaw)] : [0, long === 2 ? reach : 0];
    const y = long === 1 ? reach : 0;
    return project(solids.centre[3 * i]! + x, solids.centre[3 * i + 1]! + y, solids.centre[3 * i + 2]! + z);
  };
  const [a, b] = [end(-1), end(1)];
  return Math.hypot(b[0] - a[0], b[1] - a[1]) < shortestThread ? null : [a, b];
}

/** Area over the longest edge: how wide a sliver is. */
function thicknessOf(points: readonly (readonly number[])[]): number {
  let [twice, longest] = [0, 0];
  points.forEach((p, k) => {
    const q = points[(k + 1) % points.length]!;
    twice += p[0]! * q[1]! - q[0]! * p[1]!;
    longest = Math.max(longest, Math.hypot(q[0]! - p[0]!, q[1]! - p[1]!));
  });
  return longest === 0 ? 0 : Math.abs(twice) / 2 / longest;
}
