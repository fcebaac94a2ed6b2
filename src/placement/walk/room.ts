import type { Layout } from '../../data/schema/layout.ts';
import { trayHeight } from '../cable/overhead.ts';
import { floorOutline } from '../hall/floor.ts';
import type { HallPlan } from '../hall/hall.ts';
import type { HallProps } from '../hall/hallProps.ts';
import type { Onlooker } from '../view/eyeLevel.ts';
import { rodsUnder } from './ladders.ts';
import type { Line } from './line.ts';

/** From the trays to the ceiling, and from the rows to the walls where no floor is published, metres. Sketched, as all here. */
const [overTrays, aroundRows] = [0.75, 2.4];
/** Sides of the tiles of floor and ceiling, metres: those of raised floors and hung ceilings. */
const tiles = { floor: 0.6, ceiling: 1.2 };
/** So many tiles away every second joint is left out, at twice that three of four, and so on. */
const whole = 11;
/** How far beside a row its shadow reaches, metres. */
const shade = 0.14;

/** Height of the ceiling, metres. */
export const ceilingHeight = (layout: Layout, lift: number): number => trayHeight(layout, lift) + overTrays;

/** Places of the joints between tiles from one wall to another, fewer the farther they are from an eye. */
function joints(from: number, to: number, tile: number, eye: number): number[] {
  const first = Math.ceil(from / tile);
  const count = Math.max(0, Math.floor(to / tile) - first + 1);
  return Array.from({ length: count }, (_, i) => first + i)
    .filter((joint) => {
      const away = Math.abs(joint * tile - eye) / tile;
      const every = 2 ** Math.max(0, Math.ceil(Math.log2(away / whole)));
      return joint % every === 0;
    })
    .map((joint) => joint * tile);
}

/** Length and width of a lamp in the ceiling over an aisle, from one to the next, and how far they are drawn, metres. */
const lamp = { length: 1.2, width: 0.3, apart: 2.4, seen: 16 };

/** A room as lines: joints between the tiles of floor and ceiling, edges of walls and lamps with the rods of trays, and shadows as `x, z`. */
export interface Room {
  readonly lines: readonly Line[];
  readonly shadows: readonly (readonly number[])[];
}

/** The room in which a hall stands, as someone sees it there. Of all that no record has, it is a sketch. */
export function roomAround(
  props: Pick<HallProps, 'machine' | 'layout' | 'cables' | 'cabling'>,
  plan: HallPlan,
  onlooker: Onlooker,
  lift: number,
): Room {
  const { machine, layout } = props;
  const [right, front] =
    machine.floorArea === null
      ? [plan.bounds[2] + aroundRows, plan.bounds[3] + aroundRows]
      : floorOutline(plan, machine.floorArea);
  const top = ceilingHeight(layout, lift);
  const grid = (y: number, tile: number): Line[] => [
    ...joints(-right, right, tile, onlooker.x).map((x): Line => [x, y, -front, x, y, front]),
    ...joints(-front, front, tile, onlooker.z).map((z): Line => [-right, y, z, right, y, z]),
  ];
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((z): Line => [x * right, 0, z * front, x * right, top, z * front]),
  );
  const { depth, width } = layout.cabinet;
  const rows = [...Map.groupBy(plan.cabinets, ({ z }) => z)].map(
    ([z, row]) => [z, row.map(({ x }) => x)] as const,
  );
  const shadows = rows.map(([z, xs]) => {
    const [x0, x1] = [Math.min(...xs) - width.value / 2 - shade, Math.max(...xs) + width.value / 2 + shade];
    const [z0, z1] = [z - depth.value / 2 - shade, z + depth.value / 2 + shade];
    return [x0, z1, x1, z1, x1, z0, x0, z0];
  });
  const zs = rows.map(([z]) => z).sort((a, b) => a - b);
  const aisles = zs.length > 1 ? zs.slice(1).map((z, i) => (z + zs[i]!) / 2) : [zs[0]! + 1.5];
  return {
    lines: [
      ...grid(0, tiles.floor),
      ...grid(top, tiles.ceiling),
      ...rectangle(0, [-right, -front, right, front]),
      ...rectangle(top, [-right, -front, right, front]),
      ...corners,
      ...aisles.flatMap((z) => lampsOver(z, right, top, onlooker)),
      ...(props.cabling ? rodsUnder(top, props, plan, lift) : []),
    ],
    shadows,
  };
}

function rectangle(y: number, [x0, z0, x1, z1]: readonly [number, number, number, number]): Line[] {
  return [
    [x0, y, z0, x1, y, z0],
    [x1, y, z0, x1, y, z1],
    [x1, y, z1, x0, y, z1],
    [x0, y, z1, x0, y, z0],
  ];
}

function lampsOver(z: number, right: number, top: number, onlooker: Onlooker): Line[] {
  const count = Math.floor((2 * right) / lamp.apart);
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * lamp.apart)
    .filter((x) => Math.hypot(x - onlooker.x, z - onlooker.z) < lamp.seen)
    .flatMap((x) =>
      rectangle(top, [x - lamp.length / 2, z - lamp.width / 2, x + lamp.length / 2, z + lamp.width / 2]),
    );
}
