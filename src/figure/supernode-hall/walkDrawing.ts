import { tones } from '../../encoding/tone.ts';
import { drawHall } from '../../placement/hall/drawing.ts';
import { focusOf } from '../../placement/hall/focus.ts';
import { floorGrid } from '../../placement/hall/floor.ts';
import { planHall, type HallPlan } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { personHeight, personPieces } from '../../placement/solid/person.ts';
import { joinSolids, looks, type Solids } from '../../placement/solid/solids.ts';
import type { Frame } from '../../placement/view/camera.ts';
import { eyeLevel, farthestFirst, type EyeLevel, type Onlooker } from '../../placement/view/eyeLevel.ts';
import { packFaces } from '../axonometry/pack.ts';
import type { PaintedFace } from '../axonometry/face.ts';
import { pathOf } from '../axonometry/path.ts';

/** Faces of fewer pixels are left out, as is the thickness of what lies on a front: a picture is no count. */
const leastArea = 6;

/** How much a picture shows from side to side: radians. */
const seenWidth = (64 * Math.PI) / 180;

/** The sides of a box: the axis it looks along, which way, and the face whose shade it has. */
const sides = [
  { axis: 0, face: 'side' },
  { axis: 1, face: 'top' },
  { axis: 2, face: 'front' },
] as const;

/** At the end of the aisle behind the front row, looking along it; before a single row, looking at its middle. */
function standIn({ cabinets }: HallPlan, width: number): Onlooker {
  const [front, second] = [...new Set(cabinets.map(({ z }) => z))].sort((a, b) => b - a);
  const x = Math.min(...cabinets.map((cabinet) => cabinet.x)) - width - 0.4;
  return second === undefined
    ? { x, z: front! + 2, heading: Math.atan2(x, 2), eyes: 1.62 }
    : { x, z: (front! + second) / 2, heading: (-74 * Math.PI) / 180, eyes: 1.62 };
}

/** What of the hall an onlooker sees, from far to near. */
function facesSeen(
  solids: Solids,
  from: Onlooker,
  ceiling: number,
  view: EyeLevel,
  frame: Frame,
): PaintedFace[] {
  const eye = [from.x, from.eyes, from.z] as const;
  return farthestFirst(solids, from, ceiling).flatMap((group) => {
    const body = group[0]!;
    // What lies on the front of a cabinet is not to be seen from behind it.
    const isBehind = eye[2] < solids.centre[3 * body + 2]! - solids.half[3 * body + 2]!;
    return (isBehind && group.length > 1 ? [body] : group).flatMap((box) => {
      const look = looks[solids.look[box]!]!;
      const tone = tones[solids.tone[box]!]!;
      return sides.flatMap(({ axis, face }): PaintedFace[] => {
        const at = (k: number) => solids.centre[3 * box + k]!;
        const half = (k: number) => solids.half[3 * box + k]!;
        const away = eye[axis] - at(axis);
        if (axis !== 2 && box !== body && half(2) < 0.06) return [];
        if (Math.abs(away) <= half(axis)) return [];
        const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
        const corners = ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([a, b]) => {
          const corner = [at(0), at(1), at(2)] as [number, number, number];
          corner[axis] += Math.sign(away) * half(axis);
          corner[u] = corner[u]! + a * half(u);
          corner[v] = corner[v]! + b * half(v);
          return corner;
        }); // prettier-ignore
        const points = view.polygon(corners).map(([x, y]) => [Math.round(x), Math.round(y)] as const);
        const isSeen =
          points.length > 2 &&
          points.some(([x]) => x > 0) && points.some(([x]) => x < frame.width) &&
          points.some(([, y]) => y > 0) && points.some(([, y]) => y < frame.height); // prettier-ignore
        if (!isSeen || areaOf(points) < leastArea) return [];
        return [{ name: look === 'ghost' ? 'ghost' : `${tone} ${face} ${look}`, points, box, thread: false }];
      });
    });
  });
}

/** Pixels that a polygon covers. */
const areaOf = (points: readonly (readonly [number, number])[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [toX, toY] = points[(i + 1) % points.length]!;
      return sum + x * toY - y * toX;
    }, 0),
  ) / 2;

/**
 * A hall as it looks from between its rows at the height of the eyes, as SVG text without words: the same placement as the
 * axonometric drawing, in perspective.
 * @param frame pixels
 */
export function walkDrawing(props: HallProps, frame: Frame): string {
  const plan = planHall(props.machine, props.layout);
  const { width, height } = props.layout.cabinet;
  const from = standIn(plan, width.value);
  const view = eyeLevel(from, frame, seenWidth);
  const { standing, opened } = drawHall(props, plan, focusOf(props.machine, props.part, plan), 120);
  const floor = floorGrid(plan)
    .lines.map(([x0, z0, x1, z1]) =>
      view.polygon([
        [x0!, 0, z0!],
        [x1!, 0, z1!],
      ]),
    ) // prettier-ignore
    .filter((points) => points.length > 1)
    .map(([a, b]) => `M${a!.map(Math.round).join(' ')}L${b!.map(Math.round).join(' ')}`)
    .join('');
  const feet = [from.x + 5.6, from.z + 0.1] as const;
  const person = personPieces.map((piece) =>
    pathOf(
      view.polygon(
        piece.map(([x, y]) => [
          feet[0] + x! * personHeight * view.right[0],
          y! * personHeight,
          feet[1] + x! * personHeight * view.right[1],
        ]),
      ),
    ),
  );
  const faces = packFaces(facesSeen(joinSolids([standing, opened]), from, height.value, view, frame));
  return `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false"><path class="floor-grid" d="${floor}"/>${faces}<path class="person" d="${person.join('')}"/></svg>`;
}
