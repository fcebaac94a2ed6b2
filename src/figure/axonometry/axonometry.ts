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

/** Corners of the three faces a camera can see, as signs of the half size; the sides are chosen by the view. */
const faceCorners = {
  top: [[-1, 1, 1], [1, 1, 1], [1, 1, -1], [-1, 1, -1]],
  front: [[-1, -1, 1], [1, -1, 1], [1, 1, 1], [-1, 1, 1]],
  side: [[1, -1, 1], [1, -1, -1], [1, 1, -1], [1, 1, 1]],
} as const; // prettier-ignore

/** Faces thinner than this many pixels are left out. */
const thinnest = 0.6;

/**
 * Boxes as SVG paths in painter's order: one path a face, tone and face as classes of `styles/drawing.css`.
 * Neighbours in the order that look alike share one path, which keeps a hall of a thousand chips small.
 */
export function drawSolids(solids: Solids, camera: Camera, frame: Frame): string {
  const project = projector(camera, frame);
  const { eye } = cameraAxes(camera);
  const out: string[] = [];
  let open = { name: '', d: '' };
  const close = () => {
    if (open.d) out.push(`<path class="${open.name}" d="${open.d}"/>`);
    open = { name: '', d: '' };
  };
  for (const i of paintersOrder(solids, camera, frame)) {
    const tone = tones[solids.tone[i]!];
    const look = looks[solids.look[i]!];
    const yaw = solids.yaw[i]!;
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
    const eyeX = eye[0] * c - eye[2] * s;
    const eyeZ = eye[0] * s + eye[2] * c;
    let painted = false;
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
        const [x, y, z] = [0, 1, 2].map((k) => sign[k]! * solids.half[3 * i + k]!) as [
          number,
          number,
          number,
        ];
        return project(
          solids.centre[3 * i]! + x * c + z * s,
          solids.centre[3 * i + 1]! + y,
          solids.centre[3 * i + 2]! - x * s + z * c,
        );
      });
      if (thicknessOf(points) < thinnest) continue;
      painted = true;
      const name = look === 'ghost' ? 'ghost' : `${tone} ${face} ${look}`;
      if (name !== open.name) close();
      open = { name, d: open.d + pathOf(points) };
    }
    if (!painted && (tone === 'fibre' || tone === 'wire')) {
      const thread = threadOf(solids, i, project);
      if (thread) {
        const name = `${tone} thread`;
        if (name !== open.name) close();
        open = { name, d: open.d + thread };
      }
    }
  }
  close();
  return out.join('');
}

/** Threads shorter than this many pixels are left out. */
const shortestThread = 6;

/** A link too thin to have faces, as the line along its length; empty where it is short or merely a corner of one. */
function threadOf(solids: Solids, i: number, project: Projector): string {
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
  if (Math.hypot(b[0] - a[0], b[1] - a[1]) < shortestThread) return '';
  return pathOf([a, b]).slice(0, -1);
}

/** A closed path through points, relative and to a tenth of a pixel. */
export function pathOf(points: readonly (readonly number[])[]): string {
  const tenth = (value: number) => Math.round(value * 10);
  const show = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
  let [x, y] = [tenth(points[0]![0]!), tenth(points[0]![1]!)];
  let d = `M${show(x)} ${show(y)}`;
  points.slice(1).forEach((point, index) => {
    const [nx, ny] = [tenth(point[0]!), tenth(point[1]!)];
    const [dx, dy] = [show(nx - x), show(ny - y)];
    d += `${index === 0 ? 'l' : dx.startsWith('-') ? '' : ' '}${dx}${dy.startsWith('-') ? '' : ' '}${dy}`;
    [x, y] = [nx, ny];
  });
  return `${d}z`;
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
