import { tones } from '../../encoding/tone.ts';
import { bundleLinks, type Bundle } from '../../model/topology/bundle.ts';
import type { FailureMask } from '../../model/topology/failure.ts';
import { strides, coordinate } from '../../model/topology/grid.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { Wiring } from '../../model/topology/wiring.ts';
import type { Point } from '../label/annotation.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import type { Bounds } from '../view/viewpoint.ts';
import { packStrands, type Strand, type Strands } from './strands.ts';

/** How the cabinets of a hall stand; metres. */
export interface CabinetPlan {
  /** Runs of cabinets along a row, from the left: how many, and whether they hold chips. */
  readonly row: readonly { readonly compute: boolean; readonly count: number }[];
  readonly rows: number;
  readonly aisle: number;
  readonly size: { readonly width: number; readonly height: number; readonly depth: number };
}

/** All cabinets of a machine in their rows, and what runs between them as counted bundles over trays. */
export interface CabinetRows {
  /** Under the lines. Owner of a box: `cabinet`, its ordinal the number of the cabinet. */
  readonly beneath: Solids;
  readonly strands: Strands;
  readonly bounds: Bounds;
  /** Most links that one line stands for. */
  readonly linksPerStrand: number;
  /** The way over the trays from one cabinet to another. */
  way(from: number, to: number): readonly Point[];
  /** Middle of the roof of a cabinet. */
  top(cabinet: number): Point;
}

/** Height of the trays over the cabinets, and from one line in them to the next, metres. */
const clearance = 0.45;
const lane = 0.07;

export function cabinetRows(
  wiring: Wiring,
  topology: Topology,
  plan: CabinetPlan,
  mask?: FailureMask,
): CabinetRows {
  const { place } = topology;
  const stand = standCabinets(wiring, topology, plan);
  const solids = buildSolids(tones);
  const left = new Uint8Array(place.cabinetCount);
  topology.place.cabinet.forEach((cabinet, node) => {
    if (cabinet >= 0 && !mask?.nodes[node]) left[cabinet] = 1;
  });
  const { width, height, depth } = plan.size;
  stand.forEach(([x, z], cabinet) => {
    const tone = cabinet < place.computeCabinetCount ? 'cabinet' : 'opticalCabinet';
    solids.add({
      centre: [x, height / 2, z],
      size: [width * 0.96, height, depth],
      tone,
      look: left[cabinet] ? 'pencil' : 'ghost',
      owner: solids.own([{ classId: 'cabinet', ordinal: cabinet }]),
    });
  });
  const hubs = place.cabinetCount > place.computeCabinetCount;
  const crossing = bundlesOf(topology).filter(({ from, to }) => from >= 0 && from !== to);
  const trays = traysOf(stand, place.computeCabinetCount, plan);
  const way = (from: number, to: number) => (hubs ? trays.over(from, to) : arch(stand, plan, from, to));
  const strands = hubs
    ? trunks(topology, crossing, trays)
    : crossing.map((bundle) => ({
        ...strandOf(topology, bundle, way(bundle.from, bundle.to)),
        members: membersBetween(topology).get(pairKey(bundle.from, bundle.to)) ?? [],
      }));
  const [xs, zs] = [stand.map(([x]) => x), stand.map(([, z]) => z)];
  const top = height + clearance + (hubs ? 0.4 : 0.9);
  return {
    beneath: solids.finish(),
    strands: packStrands(strands),
    bounds: [
      [Math.min(...xs) - width / 2, 0, Math.min(...zs) - depth / 2],
      [Math.max(...xs) + width / 2, top, Math.max(...zs) + depth / 2],
    ],
    linksPerStrand: Math.max(0, ...strands.map(({ members }) => members.length)),
    way,
    top: (cabinet) => [stand[cabinet]![0], height, stand[cabinet]![1]],
  };
}

const pairKey = (a: number, b: number) => `${String(Math.min(a, b))}-${String(Math.max(a, b))}`;

const between = new WeakMap<Topology, ReadonlyMap<string, number[]>>();

/** Physical links by the pair of cabinets that they join. */
function membersBetween(topology: Topology): ReadonlyMap<string, number[]> {
  const known = between.get(topology);
  if (known) return known;
  const members = new Map<string, number[]>();
  const { ends, linkCount, place } = topology;
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [place.cabinet[ends[2 * link]!]!, place.cabinet[ends[2 * link + 1]!]!];
    if (a === b) continue;
    const key = pairKey(a, b);
    const own = members.get(key);
    if (own) own.push(link / 2);
    else members.set(key, [link / 2]);
  }
  between.set(topology, members);
  return members;
}

type Standing = readonly (readonly [x: number, z: number])[];

const gathered = new WeakMap<Topology, readonly Bundle[]>();

/** Links between cabinets, gathered once for a topology. */
function bundlesOf(topology: Topology): readonly Bundle[] {
  const known = gathered.get(topology) ?? bundleLinks(topology, topology.place.cabinet);
  gathered.set(topology, known);
  return known;
}

/** Middle of every cabinet: in the rows of the plan, those with chips and those without each in their order. */
function standCabinets(wiring: Wiring, { place }: Topology, plan: CabinetPlan): Standing {
  const step = plan.size.depth + plan.aisle;
  if (plan.row.length === 0) return gridOf(wiring, place.computeCabinetCount, plan);
  const perRow = plan.row.reduce((sum, { count }) => sum + count, 0);
  const stand = new Array<readonly [number, number]>(place.cabinetCount);
  let [compute, other] = [0, place.computeCabinetCount];
  for (let r = 0; r < plan.rows; r++) {
    let column = 0;
    for (const run of plan.row)
      for (let i = 0; i < run.count; i++, column++) {
        const cabinet = run.compute ? compute++ : other++;
        if (cabinet >= (run.compute ? place.computeCabinetCount : place.cabinetCount)) continue;
        stand[cabinet] = [(column - (perRow - 1) / 2) * plan.size.width, ((plan.rows - 1) / 2 - r) * step];
      }
  }
  return stand;
}

/** Cabinets of which no rows are known, on a grid of the dimensions that they differ in. */
function gridOf(wiring: Wiring, count: number, plan: CabinetPlan): Standing {
  const grid = wiring.shape.map((length, d) => length / wiring.cabinetBlock[d]!);
  const step = strides(grid);
  const [first = 0, second = 0] = grid.flatMap((length, d) => (length > 1 ? [d] : []));
  return Array.from({ length: count }, (_, cabinet) => {
    const along = (d: number) => coordinate(cabinet, grid[d]!, step[d]!) - (grid[d]! - 1) / 2;
    const z = second === first ? 0 : -along(second) * (plan.size.depth + plan.aisle);
    return [along(first) * plan.size.width * 2.4, z];
  });
}

const strandOf = ({ tiers }: Topology, { tier, medium }: Bundle, points: readonly Point[]): Strand => ({
  points,
  light: medium === 'optical',
  tier: Math.min(tier, tiers.length - 1),
  members: [],
});

/** Over the cabinets between two of a mesh: the further apart they stand, the higher. */
function arch(stand: Standing, plan: CabinetPlan, from: number, to: number): Point[] {
  const [[ax, az], [bx, bz]] = [stand[from]!, stand[to]!];
  const top = plan.size.height;
  const step = Math.max(plan.size.width * 2.4, 1e-6);
  const span =
    Math.round(Math.abs(bx - ax) / step) + Math.round(Math.abs(bz - az) / (plan.size.depth + plan.aisle));
  const y = top + 0.2 + 0.25 * span;
  const [ox, oz] = ax === bx ? [0.08 * span, 0] : [0, 0.08 * span];
  return [
    [ax + ox, top, az + oz],
    [ax + ox, y, az + oz],
    [bx + ox, y, bz + oz],
    [bx + ox, top, bz + oz],
  ];
}

interface Trays {
  readonly hubX: number;
  readonly rows: readonly number[];
  readonly stand: Standing;
  readonly compute: number;
  /** From the top of a cabinet to the middle of its row's tray. */
  toHub(cabinet: number): Point[];
  over(from: number, to: number): Point[];
}

/** Trays over every row, which lead to the cabinets that hold switches alone, and one across over those. */
function traysOf(stand: Standing, compute: number, plan: CabinetPlan): Trays {
  const hubs = stand.slice(compute);
  const hubX = hubs.reduce((sum, [x]) => sum + x, 0) / Math.max(1, hubs.length);
  const rows = [...new Set(stand.map(([, z]) => z))].sort((a, b) => b - a);
  const top = plan.size.height;
  const y = top + clearance;
  const laneOf = (cabinet: number) => {
    const [x, z] = stand[cabinet]!;
    const nearer = stand.filter(
      ([ox, oz], other) =>
        other < compute &&
        oz === z &&
        Math.sign(ox - hubX) === Math.sign(x - hubX) &&
        Math.abs(ox - hubX) < Math.abs(x - hubX),
    ).length;
    return lane * (nearer - 4);
  };
  const toHub = (cabinet: number): Point[] => {
    const [x, z] = stand[cabinet]!;
    if (cabinet >= compute)
      return [
        [x, top, z],
        [x, y, z],
      ];
    const off = laneOf(cabinet);
    return [
      [x, top, z],
      [x, y, z + off],
      [hubX, y, z + off],
    ];
  };
  return {
    hubX,
    rows,
    stand,
    compute,
    toHub,
    over(from, to) {
      const [a, b] = [toHub(from), toHub(to).reverse()];
      const [[, , az], [, , bz]] = [a.at(-1)!, b[0]!];
      const cross = y + 0.16;
      return [
        ...a,
        ...(Math.abs(az - bz) > 1
          ? ([
              [hubX, cross, az],
              [hubX, cross, bz],
            ] as Point[])
          : []),
        ...b,
      ];
    },
  };
}

/** One line for all links of a cabinet, drops into the others, and lines across between the rows. */
function trunks(topology: Topology, crossing: readonly Bundle[], trays: Trays): Strand[] {
  const members = new Map<number, number[]>();
  const { ends, linkCount, place } = topology;
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [place.cabinet[ends[2 * link]!]!, place.cabinet[ends[2 * link + 1]!]!];
    if (a === b) continue;
    for (const cabinet of [a, b]) {
      const own = members.get(cabinet);
      if (own) own.push(link / 2);
      else members.set(cabinet, [link / 2]);
    }
  }
  const [first] = crossing;
  if (!first) return [];
  const lines = [...members].map(([cabinet, own]): Strand => ({
    ...strandOf(topology, first, trays.toHub(cabinet)),
    members: own,
  }));
  const [back, front] = [trays.rows.at(-1)!, trays.rows[0]!];
  const y = lines[0]!.points.at(-1)![1] + 0.16;
  const across = [-2, -1, 0, 1, 2].map((i): Strand => ({
    ...strandOf(topology, first, [
      [trays.hubX + i * lane, y, front],
      [trays.hubX + i * lane, y, back],
    ]),
    members: [],
  }));
  return trays.rows.length > 1 ? [...lines, ...across] : lines;
}
