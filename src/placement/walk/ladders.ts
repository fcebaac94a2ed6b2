import type { Tone } from '../../encoding/tone.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import { leadOverhead, type Overhead } from '../cable/cable.ts';
import { addDrop, addRun, crossStep, trayHeight, trayWidth } from '../cable/overhead.ts';
import type { HallPlan } from '../hall/hall.ts';
import type { SolidsBuilder } from '../solid/solids.ts';
import type { Onlooker } from '../view/eyeLevel.ts';
import type { Line } from './line.ts';

/** Height and thickness of the sides of a tray, of a rung, and from rung to rung, metres; sketched. */
const side = { height: 0.06, thickness: 0.014 };
/** From the middle of a tray to the middle of a side. */
const edge = (trayWidth - side.thickness) / 2;
const rung = { width: 0.03, height: 0.014, apart: 0.3 };
/** From one pair of rods to the next, metres; sketched. */
const rodsApart = 1.8;
/** Rungs farther off than the first stand twice as far apart, farther than the second not at all, metres. */
const [everyRung, someRungs] = [8, 16];

/** A tray as a ladder: what it runs along, from where to where, across what, and the height of its rungs. Metres. */
interface Ladder {
  readonly along: 'x' | 'z';
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly y: number;
}

/** Every tray of a hall: one over each row, and one across where links cross. */
function laddersOf(layout: Layout, { runs }: Overhead, plan: HallPlan, lift: number): Ladder[] {
  const y = trayHeight(layout, lift);
  const [left, , right] = plan.bounds;
  const rows = [...new Set(plan.cabinets.map(({ z }) => z))];
  const ladders: Ladder[] = rows.map((z) => ({ along: 'x', from: left, to: right, across: z, y }));
  const cross = runs.find(({ along }) => along === 'z');
  if (!cross) return ladders;
  const [from, to] = [Math.min(...rows) - trayWidth / 2, Math.max(...rows) + trayWidth / 2];
  return [...ladders, { along: 'z', from, to, across: cross.across, y: y + crossStep }];
}

/** Rods by which trays hang from a ceiling at a height, as lines; metres. */
export function rodsUnder(
  top: number,
  { layout, cables }: { layout: Layout; cables: Cabling },
  plan: HallPlan,
  lift: number,
): Line[] {
  const way = leadOverhead(cables, plan);
  if (!way) return [];
  return laddersOf(layout, way, plan, lift).flatMap(({ along, from, to, across, y }) => {
    const count = Math.max(2, Math.round((to - from) / rodsApart));
    return Array.from({ length: 2 * count }, (_, i): Line => {
      const at = from + ((Math.floor(i / 2) + 0.5) * (to - from)) / count;
      const off = across + (i % 2 === 0 ? -edge : edge);
      const [x, z] = along === 'x' ? [at, off] : [off, at];
      return [x, y + side.height, z, x, top, z];
    });
  });
}

/**
 * Trays as they look from below: two sides, rungs between them, and what lies on these. Where they run, how high, and what
 * is in them is that of the trays in every other view.
 */
export function addLadders(
  solids: SolidsBuilder,
  layout: Layout,
  cabling: Cabling,
  plan: HallPlan,
  onlooker: Onlooker,
  lift: number,
): void {
  const way = leadOverhead(cabling, plan);
  if (!way) return;
  const owner = solids.own([]);
  const y = trayHeight(layout, lift);
  const strand: Tone = cabling.between?.all.medium === 'optical' ? 'fibre' : 'wire';
  for (const ladder of laddersOf(layout, way, plan, lift)) addLadder(solids, ladder, onlooker, owner);
  for (const run of way.runs) addRun(solids, run, run.along === 'x' ? y : y + crossStep, strand, owner);
  for (const drop of way.drops) addDrop(solids, drop, layout.cabinet.height.value, y, strand, owner);
}

function addLadder(
  solids: SolidsBuilder,
  { along, from, to, across, y }: Ladder,
  onlooker: Onlooker,
  owner: number,
): void {
  const isX = along === 'x';
  const add = (at: number, off: number, up: number, size: readonly [number, number, number]) =>
    solids.add({
      centre: isX ? [at, up, across + off] : [across + off, up, at],
      size: isX ? size : [size[2], size[1], size[0]],
      tone: 'tray',
      look: 'pencil',
      owner,
    });
  const bottom = y - rung.height / 2;
  for (const off of [-edge, edge])
    add((from + to) / 2, off, bottom + side.height / 2, [to - from, side.height, side.thickness]);
  const inner = trayWidth - 2 * side.thickness;
  const away = (at: number) =>
    isX ? Math.hypot(at - onlooker.x, across - onlooker.z) : Math.hypot(across - onlooker.x, at - onlooker.z);
  for (let i = 0; (i + 0.5) * rung.apart < to - from; i++) {
    const at = from + (i + 0.5) * rung.apart;
    if (away(at) > (i % 2 === 0 ? someRungs : everyRung)) continue;
    add(at, 0, y, [rung.width, rung.height, inner]);
  }
}
