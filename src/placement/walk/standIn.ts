import { cabinetDrawing } from '../cabinet/cabinet.ts';
import { focusOf, type Focus } from '../hall/focus.ts';
import { standingCabinet, type HallPlan, type StandingCabinet } from '../hall/hall.ts';
import type { HallProps } from '../hall/hallProps.ts';
import { poseOf } from '../solid/pose.ts';
import { trayOf } from '../board/tray.ts';
import type { Onlooker } from '../view/eyeLevel.ts';

type Point = readonly [x: number, y: number, z: number];

/** A board below this can be looked down on, metres. */
const belowEyes = 1.2;

/** Someone at a place who looks at another; metres. */
const lookingAt = (x: number, z: number, [toX, toZ]: readonly [number, number]): Onlooker => ({
  ...{ x, z },
  heading: Math.atan2(x - toX, z - toZ),
});

/** The rows of a hall, the front one first, each from left to right. */
export const rowsOf = ({ cabinets }: HallPlan): readonly (readonly StandingCabinet[])[] =>
  [...Map.groupBy(cabinets, ({ row }) => row)]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.toSorted((a, b) => a.x - b.x));

/** Whether one stands before the cabinet that is open; else in an aisle, or before the only row. */
const isNear = ({ level }: HallProps): boolean => level !== 'hall' && level !== 'row';

/**
 * What stands open: where nothing is picked, a cabinet that one passes on the way along the aisle, with a board below the
 * height of the eyes.
 */
export function focusIn(props: HallProps, plan: HallPlan): Focus {
  const focus = focusOf(props.machine, props.part, plan);
  if (props.view !== 'walk' || props.part.length > 0 || isNear(props)) return focus;
  const { classId } = focus.cabinet;
  const [first, second] = rowsOf(plan).map((row) => row.filter((one) => one.classId === classId));
  const passed = second?.at(2) ?? second?.at(-1) ?? first!.at(2) ?? first!.at(-1)!;
  const low = cabinetDrawing(props.machine, props.layout, classId).slots.find(
    ({ slot, y }) => slot.id === focus.board?.classId && y < belowEyes,
  );
  return {
    ...focus,
    cabinet: { classId, ordinal: passed.ordinal },
    board: focus.board && low ? { ...focus.board, ordinal: low.ordinal } : focus.board,
  };
}

/**
 * Where one stands in a hall: in the aisle behind the front row, at its left end; before a single row; and before the
 * cabinet that is open from the level of a cabinet on.
 */
export function standIn(props: HallProps, plan: HallPlan, focus: Focus): Onlooker {
  const { width, depth } = props.layout.cabinet;
  const rows = rowsOf(plan);
  if (isNear(props)) {
    const { x, z } = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
    const out = drawnOut(props, focus);
    const front = z + depth.value / 2;
    // In an aisle there is only so much room.
    const isFirst = rows[0]!.some((one) => one.z === z);
    const away = isFirst ? out + 2.8 : Math.min(out + 2.8, props.layout.hall.aisle.value - 0.3);
    return lookingAt(x + 1.25, front + away, [x - 0.25, front + out / 2]);
  }
  const [front, second] = rows;
  if (!second) {
    const [left, right] = [front![0]!.x - width.value / 2, front!.at(-1)!.x + width.value / 2];
    const z = front![0]!.z + depth.value / 2;
    // From beyond its left end a long row is seen along; one rack is seen from before it.
    const reach = Math.min(4, (right - left) / 2);
    return lookingAt((left + right) / 2 - reach - 0.9, z + 4, [(left + right) / 2 + reach * 0.4 + 0.25, z]);
  }
  const aisle = (front![0]!.z + second[0]!.z) / 2;
  return { x: front![0]!.x - width.value / 2 + 0.15, z: aisle + 0.12, heading: (-78 * Math.PI) / 180 };
}

/** How far the open board is drawn out, metres. */
function drawnOut(props: HallProps, { board }: Focus): number {
  const depth = board ? trayOf(props.layout, board.classId)?.depth.value : undefined;
  return poseOf(props).slide * (depth ?? 0);
}

/** Where people stand for scale, feet on the floor: the first is the one that is named. */
export function peopleIn(props: HallProps, plan: HallPlan, focus: Focus): readonly Point[] {
  const { width, depth } = props.layout.cabinet;
  if (isNear(props)) {
    const { x, z } = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
    return [[x - 1.45, 0, z + depth.value / 2 + 0.75]];
  }
  const [front, second] = rowsOf(plan);
  const end = front!.at(-1)!;
  if (!second) return [[end.x + width.value / 2 + 0.75, 0, end.z + depth.value / 2 + 0.25]];
  const from = standIn(props, plan, focus);
  return [
    [5.4, 0.22],
    [10.5, -0.32],
    [17, 0.1],
  ]
    .map(([along, aside]): Point => [from.x + along!, 0, from.z + aside!])
    .filter(([x], i) => i === 0 || x < end.x);
}
