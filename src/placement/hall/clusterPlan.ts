import type { Layout } from '../../data/schema/layout.ts';
import { floorOutline } from './floor.ts';
import type { HallPlan, StandingCabinet } from './hall.ts';
import { trayHeight } from '../cable/overhead.ts';
import type { Bounds } from '../view/viewpoint.ts';

/** Where a copy of something stands, from the one that is described; metres along x and z. */
export type Offset = readonly [number, number];

/**
 * A hall in which one pod stands many times and a cluster made of such halls, seen from one pod: its middle is the
 * origin, and it stands in the front row of its hall, which stands in the front row of the cluster. Metres.
 */
export interface ClusterPlan {
  /** Plan of one pod. */
  readonly pod: HallPlan;
  /** Plan of the hall, as its own layout stands it, seen from the pod. */
  readonly hall: HallPlan;
  /** Every pod of the hall, farthest first; the one described stands at 0, 0. */
  readonly pods: readonly Offset[];
  /** Middle and size of the hall's floor. */
  readonly floor: { readonly middle: Offset; readonly size: Offset };
  /** Every hall of the cluster, farthest first; the one described stands at 0, 0. */
  readonly halls: readonly Offset[];
  readonly hallBounds: Bounds;
  readonly clusterBounds: Bounds;
}

/** From one hall to the next; it is not published. */
const street = 9;

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

/** The same plan seen from another origin. */
function seenFrom(plan: HallPlan, [x, z]: Offset): HallPlan {
  const [left, back, right, front] = plan.bounds;
  return {
    ...plan,
    cabinets: plan.cabinets.map((cabinet) => ({ ...cabinet, x: cabinet.x - x, z: cabinet.z - z })),
    bounds: [left - x, back - z, right - x, front - z],
  };
}

/** A kind of cabinet at a place, to the millimetre. */
const placeOf = ({ classId, x, z }: StandingCabinet): string =>
  `${classId} ${Math.round(x * 1000)} ${Math.round(z * 1000)}`;

/**
 * The places at which a pod stands in a hall that is made of it, farthest row first.
 * @throws RangeError where the cabinets of the hall are not those of whole pods
 */
function podsIn(hall: HallPlan, pod: HallPlan, system: string): Offset[] {
  const [left, back, right, front] = pod.bounds;
  const extent = (low: number, high: number, own: number) => Math.round((high - low) / own);
  const pitch = Math.abs(pod.cabinets[0]!.z - pod.cabinets.at(-1)!.z) / Math.max(1, pod.rows - 1);
  const columns = extent(hall.bounds[0], hall.bounds[2], right - left);
  const offsets = Array.from({ length: Math.floor(hall.rows / pod.rows) * columns }, (_, i): Offset => {
    const rows = Math.floor(hall.rows / pod.rows) - 1 - Math.floor(i / columns);
    return [
      hall.bounds[0] - left + (i % columns) * (right - left),
      hall.bounds[3] - front - rows * pod.rows * pitch,
    ];
  });
  const stand = new Set(hall.cabinets.map(placeOf));
  const made = offsets.flatMap(([x, z]) =>
    pod.cabinets.map((cabinet) => placeOf({ ...cabinet, x: cabinet.x + x, z: cabinet.z + z })),
  );
  if (made.length !== stand.size || !made.every((place) => stand.has(place))) {
    throw new RangeError(
      `${system}: its hall is not made of whole pods of ${pod.rows} rows, ${(front - back).toFixed(2)} m deep: allowed: rows in which every pod stands as it does alone`,
    );
  }
  return offsets;
}

/**
 * Stands the pod in its hall and halls in a cluster. The hall stands as its own layout says; of the cluster only the
 * counts are published.
 * @param hall its plan, centred on its own middle, its system, and the floor of one hall in square metres
 * @throws RangeError where the hall is not made of such pods
 */
export function planCluster(
  pod: HallPlan,
  layout: Layout,
  hall: { readonly plan: HallPlan; readonly system: string; readonly floorArea: number },
  hallCount: number,
): ClusterPlan {
  const places = podsIn(hall.plan, pod, hall.system);
  // One starts in the front row, at its right end.
  const home = places.at(-1)!;
  const pods = places.map(([x, z]): Offset => [x - home[0] + 0, z - home[1] + 0]);
  const own = seenFrom(hall.plan, home);
  const top = trayHeight(layout, 0) + 0.1;
  const [x, z] = floorOutline(hall.plan, hall.floorArea);
  const size: Offset = [2 * x, 2 * z];
  const middle: Offset = [-home[0], -home[1]];
  const columns = Math.round(Math.sqrt(hallCount));
  const halls = grid(hallCount, columns, [size[0] + street, size[1] + street], Math.floor(columns / 2));
  const floorBounds = [middle[0] - x, middle[1] - z, middle[0] + x, middle[1] + z] as const;
  return {
    pod,
    hall: own,
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
