import type { Tone } from '../../encoding/tone.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import { leadOverhead, type Drop, type Run } from './cable.ts';
import type { HallPlan } from '../hall/hall.ts';
import type { SolidsBuilder } from '../solid/solids.ts';

/** Height of the trays over the cabinets, of the cross tray over those, and their width, metres; none is published. */
const clearance = 0.42;
export const crossStep = 0.06;
export const trayWidth = 0.32;
/** From one strand to the next, and the thickness of one, metres. */
const pitch = 0.015;
const thickness = 0.009;

/** Height of the overhead trays, metres. */
export const trayHeight = (layout: Layout, lift: number): number =>
  layout.cabinet.height.value + clearance + 0.5 * lift;

/**
 * Trays over every row, a cross tray over the cabinets that only switch, and a drop into every cabinet. The strands in
 * them are counted from the topology, so a tray fills up towards the middle as it does in a hall.
 */
export function addOverhead(
  solids: SolidsBuilder,
  layout: Layout,
  cabling: Cabling,
  plan: HallPlan,
  lift: number,
): void {
  const way = leadOverhead(cabling, plan);
  if (!way) return;
  const owner = solids.own([]);
  const y = trayHeight(layout, lift);
  const look = 'pencil';
  const strand: Tone = cabling.between?.all.medium === 'optical' ? 'fibre' : 'wire';
  const [left, , right] = plan.bounds;
  const rows = [...new Set(plan.cabinets.map((cabinet) => cabinet.z))];
  const cross = way.runs.filter((run) => run.along === 'z');

  for (const z of rows) {
    solids.add({ centre: [0, y, z], size: [right - left, 0.02, trayWidth], tone: 'tray', look, owner });
  }
  if (cross.length > 0) {
    const span = Math.max(...rows) - Math.min(...rows) + trayWidth;
    solids.add({
      centre: [cross[0]!.across, y + crossStep, 0],
      size: [trayWidth, 0.02, span],
      tone: 'tray',
      look,
      owner,
    });
  }
  for (const run of way.runs) addRun(solids, run, run.along === 'x' ? y : y + crossStep, strand, owner);
  for (const drop of way.drops) addDrop(solids, drop, layout.cabinet.height.value, y, strand, owner);
}

/** Strands from a tray down to the top of a cabinet. */
export function addDrop(
  solids: SolidsBuilder,
  { x, z, strands }: Drop,
  top: number,
  y: number,
  tone: Tone,
  owner: number,
): void {
  for (let i = 0; i < strands; i++)
    solids.add({
      centre: [x + (i - (strands - 1) / 2) * pitch * 1.6, (top + y - 0.01) / 2, z + 0.05],
      size: [thickness, y - 0.01 - top, thickness],
      tone,
      look: 'plain',
      owner,
    });
}

/** The strands of a run, side by side on the floor of a tray at a height. */
export function addRun(solids: SolidsBuilder, run: Run, y: number, tone: Tone, owner: number): void {
  const middle = (run.from + run.to) / 2;
  const length = Math.abs(run.to - run.from);
  for (let i = 0; i < run.strands; i++) {
    const across = run.across + (i - (run.strands - 1) / 2) * pitch;
    const height = y + 0.01 + thickness / 2;
    solids.add({
      centre: run.along === 'x' ? [middle, height, across] : [across, height, middle],
      size: run.along === 'x' ? [length, thickness, thickness] : [thickness, thickness, length],
      tone,
      look: 'plain',
      owner,
    });
  }
}
