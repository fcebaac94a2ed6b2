import { tones } from '../../encoding/tone.ts';
import { looks, type Solids } from '../../placement/solid/solids.ts';
import type { Frame } from '../../placement/view/camera.ts';
import { eyeHeight, type EyeLevel, type Onlooker } from '../../placement/view/eyeLevel.ts';
import { paintersOrderAt } from '../../placement/view/order.ts';
import type { PaintedFace } from '../axonometry/face.ts';

/** Faces of fewer pixels are left out: a picture is no count. */
const leastArea = 6;
/** Half the thickness below which what lies on a front shows nothing but its face, metres. */
const thin = 0.013;
/** Half the thickness of a strand or a trace, at most; metres. */
const thinStrand = 0.006;

/** The sides of a box: the axis it looks along, and the face whose shade it has. */
const sides = [
  { axis: 0, face: 'side' },
  { axis: 1, face: 'top' },
  { axis: 2, face: 'front' },
] as const;

/** What an onlooker sees of boxes that lie ahead, from far to near. */
export function eyeFaces(
  solids: Solids,
  onlooker: Onlooker,
  view: EyeLevel,
  frame: Frame,
): readonly PaintedFace[] {
  let [group, body] = [-1, -1];
  return paintersOrderAt(solids, onlooker, view.project, frame).flatMap((box) => {
    if (solids.group[box] !== group) [group, body] = [solids.group[box]!, box];
    const z = solids.centre[3 * box + 2]! - solids.centre[3 * body + 2]!;
    // What lies on the front of a cabinet is not to be seen from behind it, and the other way round.
    if (z * (onlooker.z - solids.centre[3 * body + 2]!) < 0) return [];
    const isFlat = box !== body && solids.half[3 * box + 2]! < thin;
    return facesOfBox(solids, box, isFlat, onlooker, view, frame);
  });
}

function facesOfBox(
  solids: Solids,
  box: number,
  isFlat: boolean,
  onlooker: Onlooker,
  view: EyeLevel,
  frame: Frame,
): PaintedFace[] {
  const [c, s] = [Math.cos(solids.yaw[box]!), Math.sin(solids.yaw[box]!)];
  const centre = [0, 1, 2].map((k) => solids.centre[3 * box + k]!);
  const half = [0, 1, 2].map((k) => solids.half[3 * box + k]!);
  const [dx, dz] = [onlooker.x - centre[0]!, onlooker.z - centre[2]!];
  const eye = [dx * c - dz * s, eyeHeight - centre[1]!, dx * s + dz * c];
  const look = looks[solids.look[box]!]!;
  const found = sides.flatMap(({ axis, face }): PaintedFace[] => {
    if ((isFlat && axis !== 2) || Math.abs(eye[axis]!) <= half[axis]!) return [];
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    const corners = ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([a, b]) => {
      const corner = [0, 0, 0];
      corner[axis] = Math.sign(eye[axis]!) * half[axis]!;
      [corner[u], corner[v]] = [a * half[u]!, b * half[v]!];
      const [x, y, z] = corner as [number, number, number];
      return [centre[0]! + x * c + z * s, centre[1]! + y, centre[2]! - x * s + z * c] as const;
    }); // prettier-ignore
    const points = view.polygon(corners);
    if (points.length < 3 || isOff(points, frame) || areaOf(points) < leastArea) return [];
    const name = look === 'ghost' ? 'ghost' : `${tones[solids.tone[box]!]!} ${face} ${look}`;
    return [{ name, points, box, thread: false }];
  });
  // Of a strand the widest face is as good as all.
  const isStrand = half.filter((one) => one < thinStrand).length > 1;
  const area = ({ points }: PaintedFace) => areaOf(points as Points);
  return isStrand && found.length > 1
    ? [found.reduce((best, one) => (area(one) > area(best) ? one : best))]
    : found;
}

/** The same with fewer bytes, for a small picture: in whole pixels, without what takes few of them. */
export const plainer = (faces: readonly PaintedFace[]): PaintedFace[] =>
  faces.flatMap((face) => {
    const points = face.points.map(([x, y]) => [Math.round(x!), Math.round(y!)] as const);
    return areaOf(points) < 6 * leastArea ? [] : [{ ...face, points }];
  });

type Points = readonly (readonly [number, number])[];

const isOff = (points: Points, { width, height }: Frame): boolean =>
  points.every(([x]) => x <= 0) ||
  points.every(([x]) => x >= width) ||
  points.every(([, y]) => y <= 0) ||
  points.every(([, y]) => y >= height);

/** Pixels that a polygon covers. */
const areaOf = (points: Points): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [toX, toY] = points[(i + 1) % points.length]!;
      return sum + x * toY - y * toX;
    }, 0),
  ) / 2;
