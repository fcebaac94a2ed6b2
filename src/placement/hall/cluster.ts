import { tones } from '../../encoding/tone.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { addClosedCabinet, cabinetDrawing } from '../cabinet/cabinet.ts';
import type { HallPlan } from './hall.ts';
import { trayHeight } from '../cable/overhead.ts';
import { buildSolids, type Solids, type SolidsBuilder } from '../solid/solids.ts';
import type { Bounds } from '../view/viewpoint.ts';

/** Where a copy of something stands, from the one that is described; metres along x and z. */
export type Offset = readonly [number, number];

/**
 * A hall made of pods side by side and a cluster made of such halls, seen from one pod: its middle is the origin, and
 * it stands in the front row of its hall, which stands in the front row of the cluster. Metres.
 */
export interface ClusterPlan {
  /** Plan of one pod. */
  readonly pod: HallPlan;
  /** Every pod of the hall, farthest first; the one described stands at 0, 0. */
  readonly pods: readonly Offset[];
  /** Middle and size of the hall's floor. */
  readonly floor: { readonly middle: Offset; readonly size: Offset };
  /** Every hall of the cluster, farthest first; the one described stands at 0, 0. */
  readonly halls: readonly Offset[];
  readonly hallBounds: Bounds;
  readonly clusterBounds: Bounds;
}

/** From one pod to the next, and from one hall to the next; neither is published. */
const podAisle = 2.4;
const street = 9;
const podColumns = 2;

/** Copies in rows, those of the last row first, so that they can be painted in this order. */
function grid(count: number, columns: number, pitch: Offset, home: number): Offset[] {
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i): Offset => {
    const [row, column] = [rows - 1 - Math.floor(i / columns), i % columns];
    return [(column - home) * pitch[0] + 0, -row * pitch[1] + 0];
  });
}

function around(offsets: readonly Offset[], [left, back, right, front]: HallPlan['bounds'], height: number) {
  const xs = offsets.map(([x]) => x);
  const zs = offsets.map(([, z]) => z);
  return [
    [Math.min(...xs) + left, 0, Math.min(...zs) + back],
    [Math.max(...xs) + right, height, Math.max(...zs) + front],
  ] as const;
}

/**
 * Stands pods in a hall and halls in a cluster. Only the counts and the floor's area are published.
 * @param floorArea square metres of one hall
 */
export function planCluster(
  pod: HallPlan,
  layout: Layout,
  counts: { readonly pods: number; readonly halls: number; readonly floorArea: number },
): ClusterPlan {
  const [left, back, right, front] = pod.bounds;
  const pitch: Offset = [right - left + podAisle, front - back + podAisle];
  const pods = grid(counts.pods, podColumns, pitch, podColumns - 1);
  const top = trayHeight(layout, 0) + 0.1;
  const [low, high] = around(pods, pod.bounds, top);
  const [w, d] = [high[0] - low[0], high[2] - low[2]];
  // The same margin all round gives the published area.
  const margin = Math.max(1, (-(w + d) + Math.sqrt((w + d) ** 2 + 4 * (counts.floorArea - w * d))) / 4);
  const size: Offset = [w + 2 * margin, d + 2 * margin];
  const middle: Offset = [(low[0] + high[0]) / 2, (low[2] + high[2]) / 2];
  const columns = Math.round(Math.sqrt(counts.halls));
  const halls = grid(counts.halls, columns, [size[0] + street, size[1] + street], Math.floor(columns / 2));
  const floorBounds = [
    middle[0] - size[0] / 2,
    middle[1] - size[1] / 2,
    middle[0] + size[0] / 2,
    middle[1] + size[1] / 2,
  ] as const;
  return {
    pod,
    pods,
    floor: { middle, size },
    halls,
    hallBounds: [
      [floorBounds[0], 0, floorBounds[1]],
      [floorBounds[2], top, floorBounds[3]],
    ],
    clusterBounds: around(halls, floorBounds, top),
  };
}

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

/** The cabinets of a pod closed, with merged marks, and the light above its rows. */
export function addCoarsePod(
  solids: SolidsBuilder,
  machine: Machine,
  layout: Layout,
  plan: HallPlan,
  [dx, dz]: Offset,
): void {
  const drawings = new Map(
    [...new Set(plan.cabinets.map(({ classId }) => classId))].map((id) => [
      id,
      cabinetDrawing(machine, layout, id),
    ]),
  );
  for (const cabinet of plan.cabinets) {
    const standing = { ...cabinet, x: cabinet.x + dx, z: cabinet.z + dz };
    addClosedCabinet(solids, drawings.get(cabinet.classId)!, standing, { coarse: true, look: 'whole' });
  }
  addCoarseOverhead(solids, layout, plan, [dx, dz]);
}

/** Trays over a pod's rows and the one that joins them, each with its light as a few strips. */
export function addCoarseOverhead(
  solids: SolidsBuilder,
  layout: Layout,
  plan: HallPlan,
  [dx, dz]: Offset,
): void {
  const owner = solids.own([]);
  const [left, , right] = plan.bounds;
  const y = trayHeight(layout, 0);
  const rows = [...new Set(plan.cabinets.map(({ z }) => z))];
  for (const z of rows) {
    addWay(solids, { x: dx, y, z: z + dz, length: right - left, along: 'x', width: 0.32, strips: 2 }, owner);
  }
  const span = Math.max(...rows) - Math.min(...rows);
  addWay(solids, { x: dx, y: y + 0.06, z: dz, length: span, along: 'z', width: 0.32, strips: 2 }, owner);
}

/** The floor of the hall one comes from. */
export function drawHallFloor(plan: ClusterPlan): Solids {
  const solids = buildSolids(tones);
  addFloor(solids, plan, [0, 0]);
  return solids.finish();
}

/** The pods of the hall apart from the one described, or with it too (`home`). */
export function drawPods(machine: Machine, layout: Layout, plan: ClusterPlan, home: boolean): Solids {
  const solids = buildSolids(tones);
  for (const [x, z] of plan.pods) {
    if (home || x !== 0 || z !== 0) addCoarsePod(solids, machine, layout, plan.pod, [x, z]);
  }
  return solids.finish();
}

/** Ways of light over the hall: one along each column of pods, and one across. */
export function drawSpines(layout: Layout, plan: ClusterPlan): Solids {
  const solids = buildSolids(tones);
  const owner = solids.own([]);
  const y = trayHeight(layout, 0) + 0.14;
  const [xs, zs] = [0, 1].map((k) => [...new Set(plan.pods.map((offset) => offset[k]!))]);
  const [front, back] = [Math.max(...zs!), Math.min(...zs!)];
  const [left, right] = [Math.min(...xs!), Math.max(...xs!)];
  const [x, z] = [(left + right) / 2, (front + back) / 2];
  for (const column of xs!) {
    const way = { x: column, y, z, length: front - back, along: 'z', width: 0.5, strips: 3 } as const;
    addWay(solids, way, owner);
  }
  const across = { x, y: y + 0.06, z, length: right - left, along: 'x', width: 0.5, strips: 3 } as const;
  addWay(solids, across, owner);
  return solids.finish();
}

function addFloor(solids: SolidsBuilder, { floor }: ClusterPlan, [dx, dz]: Offset): void {
  solids.add({
    centre: [floor.middle[0] + dx, -0.11, floor.middle[1] + dz],
    size: [floor.size[0], 0.2, floor.size[1]],
    tone: 'tray',
    look: 'pencil',
    owner: solids.own([]),
  });
}

/** One hall from afar: its floor, and every row of cabinets as a body, its switching middle and a band of copper. */
export function addFarHall(solids: SolidsBuilder, layout: Layout, plan: ClusterPlan, [dx, dz]: Offset): void {
  addFloor(solids, plan, [dx, dz]);
  const owner = solids.own([]);
  const { width, depth, height } = layout.cabinet;
  const [left, , right] = plan.pod.bounds;
  const rows = [...new Set(plan.pod.cabinets.map(({ z }) => z))];
  const switching = plan.pod.cabinets.filter(({ classId }) => classId !== plan.pod.cabinets[0]!.classId);
  const hub = (switching.length / rows.length) * width.value;
  for (const [px, pz] of plan.pods) {
    for (const row of rows) {
      const [x, z] = [px + dx, pz + dz + row];
      solids.together(() => {
        solids.add({
          centre: [x, height.value / 2, z],
          size: [right - left, height.value, depth.value],
          tone: 'frame',
          look: 'plain',
          owner,
        });
        solids.add({
          centre: [x, height.value * 0.5, z + depth.value / 2 + 0.01],
          size: [(right - left) * 0.96, height.value * 0.3, 0.02],
          tone: 'processor',
          look: 'plain',
          owner,
        });
        solids.add({
          centre: [x, height.value / 2 + 0.005, z],
          size: [hub, height.value + 0.03, depth.value + 0.08],
          tone: 'opticalCabinet',
          look: 'plain',
          owner,
        });
      });
    }
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

/** Lines of light on the ground as `x0, z0, x1, z1`: in the street before every row of halls, and one across. */
export function clusterWays({ halls, floor }: ClusterPlan): (readonly [number, number, number, number])[] {
  const xs = [...new Set(halls.map(([x]) => x))].sort((a, b) => a - b);
  const zs = [...new Set(halls.map(([, z]) => z))].sort((a, b) => a - b);
  const before = floor.middle[1] + floor.size[1] / 2 + street / 2;
  const [left, right] = [xs[0]! + floor.middle[0], xs.at(-1)! + floor.middle[0]];
  const hub = xs[Math.floor(xs.length / 2)]! + floor.middle[0] - floor.size[0] / 2 - street / 2;
  return [
    ...zs.map((z) => [left, z + before, right, z + before] as const),
    [hub, zs[0]! + before, hub, zs.at(-1)! + before],
  ];
}
