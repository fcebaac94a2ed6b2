import type { Level } from '../../model/hardware/machine.ts';
import { cameraAxes, type Camera, type Frame } from './camera.ts';
import type { Focus } from '../hall/focus.ts';
import { floorOutline } from '../hall/floor.ts';
import { standingCabinet, type HallPlan } from '../hall/hall.ts';
import type { HallProps, ViewName } from '../hall/hallProps.ts';
import { cabinetDrawing, slotWidth } from '../cabinet/cabinet.ts';
import { poseAt } from '../solid/pose.ts';
import { packageFoot } from '../board/board.ts';
import { faceSetback, plateTop } from '../cabinet/openCabinet.ts';
import { placeParts, trayOf } from '../board/tray.ts';

/** A box `[min, max]` in metres. */
export type Bounds = readonly [readonly [number, number, number], readonly [number, number, number]];

const degrees = Math.PI / 180;

const axonometric: Record<Level, { yaw: number; pitch: number }> = {
  hall: { yaw: 33 * degrees, pitch: 25 * degrees },
  row: { yaw: 33 * degrees, pitch: 22 * degrees },
  cabinet: { yaw: 38 * degrees, pitch: 20 * degrees },
  board: { yaw: 35 * degrees, pitch: 42 * degrees },
  package: { yaw: 35 * degrees, pitch: 44 * degrees },
};
const fixed: Record<Exclude<ViewName, 'axonometric' | 'walk'>, { yaw: number; pitch: number }> = {
  front: { yaw: 0, pitch: 0 },
  top: { yaw: 0, pitch: 90 * degrees },
  side: { yaw: 90 * degrees, pitch: 0 },
};

/** What a level shows, as a box around it. */
export function levelBounds(props: HallProps, plan: HallPlan, focus: Focus): Bounds {
  const { layout, machine, level } = props;
  const [width, depth, height] = [
    layout.cabinet.width.value,
    layout.cabinet.depth.value,
    layout.cabinet.height.value,
  ];
  const over = layout.overhead && props.cabling ? 0.55 : 0;
  const cabinet = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
  if (level === 'hall') {
    const [left, back, right, front] = plan.bounds;
    const [x, z] = machine.floorArea === null ? [right, front] : floorOutline(plan, machine.floorArea);
    return [
      [Math.min(left, -x), 0, Math.min(back, -z)],
      [Math.max(right, x), height + over, Math.max(front, z)],
    ];
  }
  if (level === 'row') {
    const [left, , right] = plan.bounds;
    const span = Math.min(right - left, 14 * width) / 2;
    const middle = Math.max(left + span, Math.min(right - span, cabinet.x));
    return [
      [middle - span, 0, cabinet.z - depth / 2],
      [middle + span, height + over, cabinet.z + depth / 2],
    ];
  }
  const front = cabinet.z + depth / 2;
  const tray = focus.board ? trayOf(layout, focus.board.classId) : null;
  const slide = poseAt(level, props.explode).slide * (tray?.depth.value ?? 0);
  if (level === 'cabinet' || !tray || !focus.board) {
    const apart = props.explode ? { roof: 0.36, rear: 0.5 } : { roof: 0, rear: 0 };
    return [
      [cabinet.x - width / 2, 0, cabinet.z - depth / 2 - apart.rear],
      [cabinet.x + width / 2, height + apart.roof, front + slide * 0.8],
    ];
  }
  const slots = cabinetDrawing(machine, layout, focus.cabinet.classId).slots;
  const slot = slots.find((s) => s.slot.id === focus.board!.classId && s.ordinal === focus.board!.ordinal)!;
  const floor = slot.y - slot.height / 2;
  const face = front - faceSetback + slide;
  const inner = slotWidth(layout);
  const board: Bounds = [
    [cabinet.x - inner / 2, floor, face - tray.depth.value],
    [cabinet.x + inner / 2, floor + (props.explode ? 0.2 : 0.08), face],
  ];
  const part = tray.parts.find((candidate) => candidate.id === focus.package?.classId);
  if (level === 'board' || !part || !focus.package) return board;
  const placed = placeParts(part, focus.package.ordinal, inner, tray.depth.value).at(-1)!;
  const [x, z] = [cabinet.x - inner / 2 + placed.x, face - placed.z];
  const half = [placed.size[0] / 2, placed.size[2] / 2] as const;
  // Pulled apart, a package rises from its board, and what is measured on it goes along.
  const foot = floor + plateTop + packageFoot(poseAt(level, props.explode));
  return [
    [x - half[0], foot, z - half[1]],
    [x + half[0], foot + (props.explode ? 0.05 : 0.014), z + half[1]],
  ];
}

/** Shares of the picture that the bounds may fill across and upwards; labels stand in the rest. */
function fill(frame: Frame): readonly [number, number] {
  return frame.width < 640 ? [0.8, 0.78] : [0.62, 0.82];
}

/** The camera of a level and a named view. Walking starts from the same place and is turned into perspective by the scene. */
export function viewpoint(props: HallProps, plan: HallPlan, focus: Focus, frame: Frame): Camera {
  const bounds = levelBounds(props, plan, focus);
  const angles =
    props.view === 'axonometric' || props.view === 'walk' ? axonometric[props.level] : fixed[props.view];
  return fitCamera(bounds, angles, frame);
}

/** Corners of a box. */
const cornersOf = ([low, high]: Bounds): [number, number, number][] =>
  Array.from(
    { length: 8 },
    (_, corner) => [0, 1, 2].map((k) => ((corner >> k) & 1 ? high[k]! : low[k]!)) as [number, number, number],
  );

/** The camera at these angles that sees a box whole, with room for words around it. */
export const fitCamera = (bounds: Bounds, angles: { yaw: number; pitch: number }, frame: Frame): Camera =>
  fitBoxes([bounds], angles, frame);

/** The camera at these angles that sees some boxes whole and no more, with room for words around them. */
export function fitBoxes(
  boxes: Iterable<Bounds>,
  angles: { yaw: number; pitch: number },
  frame: Frame,
): Camera {
  const { right, up, eye } = cameraAxes(angles);
  const along = (axis: readonly [number, number, number], p: readonly [number, number, number]) =>
    p[0] * axis[0] + p[1] * axis[1] + p[2] * axis[2];
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  const axes = [right, up, eye] as const;
  for (const box of boxes)
    for (const corner of cornersOf(box))
      axes.forEach((axis, k) => {
        const at = along(axis, corner);
        least[k] = Math.min(least[k]!, at);
        most[k] = Math.max(most[k]!, at);
      });
  const [fillX, fillY] = fill(frame);
  const [width, tall] = [most[0]! - least[0]!, most[1]! - least[1]!];
  const middle = axes.map((_, k) => (least[k]! + most[k]!) / 2);
  const target = [0, 1, 2].map((k) => axes.reduce((sum, axis, a) => sum + axis[k]! * middle[a]!, 0));
  return {
    target: target as [number, number, number],
    ...angles,
    height: Math.max(tall / fillY, (width / fillX) * (frame.height / frame.width)),
  };
}
