import { type Offset, type ClusterPlan, clusterWays } from './clusterPlan.ts';
import { tones } from '../../encoding/tone.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { addClosedCabinet, cabinetDrawing } from '../cabinet/cabinet.ts';
import type { HallPlan, StandingCabinet } from './hall.ts';
import { crossStep, trayHeight } from '../cable/overhead.ts';
import { buildSolids, type Solids, type SolidsBuilder } from '../solid/solids.ts';

/** A straight light or electrical way drawn as a few parallel strips in a tray. */
function addWay(
  solids: SolidsBuilder,
  way: { x: number; y: number; z: number; length: number; along: 'x' | 'z'; width: number; strips: number },
  owner: number,
): void {
  const { x, y, z, length, along, width, strips } = way;
  const size = (across: number, height: number): readonly [number, number, number] =>
    along === 'x' ? [length, height, across] : [across, height, length];
  solids.add({ centre: [x, y, z], size: size(width, 0.02), tone: 'tray', look: 'pencil', owner });
  const step = width / (strips * 2 + 1);
  for (let i = 0; i < strips; i++) {
    const aside = (i - (strips - 1) / 2) * step * 2;
    solids.add({
      centre: along === 'x' ? [x, y + 0.022, z + aside] : [x + aside, y + 0.022, z],
      size: size(step, 0.02),
      tone: 'fibre',
      look: 'plain',
      owner,
    });
  }
}

/** The cabinets of a plan closed, with merged marks. */
export function addCoarseCabinets(
  solids: SolidsBuilder,
  machine: Machine,
  layout: Layout,
  cabinets: readonly StandingCabinet[],
): void {
  const drawings = new Map(
    [...new Set(cabinets.map(({ classId }) => classId))].map((id) => [
      id,
      cabinetDrawing(machine, layout, id),
    ]),
  );
  for (const cabinet of cabinets) {
    addClosedCabinet(solids, drawings.get(cabinet.classId)!, cabinet, { coarse: true, look: 'whole' });
  }
}

/** Trays over the rows of a plan and the one that joins them, each with its light as a few strips. */
export function addCoarseOverhead(solids: SolidsBuilder, layout: Layout, plan: HallPlan): void {
  const owner = solids.own([]);
  const [left, , right] = plan.bounds;
  const x = (left + right) / 2;
  const y = trayHeight(layout, 0);
  const rows = [...new Set(plan.cabinets.map(({ z }) => z))];
  for (const z of rows) {
    addWay(solids, { x, y, z, length: right - left, along: 'x', width: 0.32, strips: 2 }, owner);
  }
  const [back, front] = [Math.min(...rows), Math.max(...rows)];
  const z = (back + front) / 2;
  addWay(solids, { x, y: y + crossStep, z, length: front - back, along: 'z', width: 0.32, strips: 2 }, owner);
}

/** The cabinets of the hall apart from the pod described, or with it too (`home`), and the light over all rows. */
export function drawRows(machine: Machine, layout: Layout, plan: ClusterPlan, home: boolean): Solids {
  const solids = buildSolids(tones);
  const [left, back, right, front] = plan.pod.bounds;
  const away = ({ x, z }: StandingCabinet) => x < left || x > right || z < back || z > front;
  addCoarseCabinets(solids, machine, layout, home ? plan.hall.cabinets : plan.hall.cabinets.filter(away));
  addCoarseOverhead(solids, layout, plan.hall);
  return solids.finish();
}

/** Runs of neighbouring cabinets of one kind in a row: its kind, and how far it reaches across; metres. */
function stretches(row: readonly StandingCabinet[], width: number) {
  const found: { classId: string; from: number; to: number }[] = [];
  for (const { classId, x } of row.toSorted((a, b) => a.x - b.x)) {
    const last = found.at(-1);
    if (last?.classId === classId && x - width / 2 - last.to < width / 2) last.to = x + width / 2;
    else found.push({ classId, from: x - width / 2, to: x + width / 2 });
  }
  return found;
}

/** One hall from afar: its floor, and every row of cabinets as bodies with a band of copper, and those that switch. */
export function addFarHall(solids: SolidsBuilder, layout: Layout, plan: ClusterPlan, [dx, dz]: Offset): void {
  const { floor, hall } = plan;
  const owner = solids.own([]);
  solids.add({
    centre: [floor.middle[0] + dx, -0.11, floor.middle[1] + dz],
    size: [floor.size[0], 0.2, floor.size[1]],
    tone: 'tray',
    look: 'pencil',
    owner,
  });
  const { width, depth, height } = layout.cabinet;
  const [left, , right] = hall.bounds;
  const middle = (left + right) / 2 + dx;
  const computing = hall.cabinets[0]!.classId;
  for (const [z, row] of Map.groupBy(hall.cabinets, (cabinet) => cabinet.z)) {
    const at = z + dz;
    solids.together(() => {
      solids.add({
        centre: [middle, height.value / 2, at],
        size: [right - left, height.value, depth.value],
        tone: 'frame',
        look: 'plain',
        owner,
      });
      solids.add({
        centre: [middle, height.value * 0.5, at + depth.value / 2 + 0.01],
        size: [(right - left) * 0.96, height.value * 0.3, 0.02],
        tone: 'processor',
        look: 'plain',
        owner,
      });
      for (const { classId, from, to } of stretches(row, width.value)) {
        if (classId === computing) continue;
        solids.add({
          centre: [(from + to) / 2 + dx, height.value / 2 + 0.005, at],
          size: [to - from, height.value + 0.03, depth.value + 0.08],
          tone: 'opticalCabinet',
          look: 'plain',
          owner,
        });
      }
    });
  }
}

/** Length and width of a dash of light between halls, and the gap after it, metres. */
const [dash, dashWidth, gap] = [6, 1.8, 4.5];

/** The hall one comes from, drawn as all others are from afar. */
export function drawFarHome(layout: Layout, plan: ClusterPlan): Solids {
  const solids = buildSolids(tones);
  addFarHall(solids, layout, plan, [0, 0]);
  return solids.finish();
}

/**
 * The other halls of the cluster, and the light between halls as dashed lines on the ground: one along every row of
 * halls, one that joins the rows.
 */
export function drawCluster(layout: Layout, plan: ClusterPlan): Solids {
  const solids = buildSolids(tones);
  for (const [x, z] of plan.halls) if (x !== 0 || z !== 0) addFarHall(solids, layout, plan, [x, z]);
  const owner = solids.own([]);
  for (const [x0, z0, x1, z1] of clusterWays(plan)) {
    const along = x0 === x1 ? 'z' : 'x';
    const length = Math.abs(x1 - x0) + Math.abs(z1 - z0);
    const count = Math.floor(length / (dash + gap));
    for (let i = 0; i < count; i++) {
      const at = (i + 0.5) / count;
      solids.add({
        centre: [x0 + (x1 - x0) * at, 0.06, z0 + (z1 - z0) * at],
        size: along === 'x' ? [dash, 0.1, dashWidth] : [dashWidth, 0.1, dash],
        tone: 'fibre',
        look: 'plain',
        owner,
      });
    }
  }
  return solids.finish();
}
