import { expect, test } from 'vitest';
import { addFarHall, drawCluster, drawRows } from '../../../../src/placement/hall/cluster.ts';
import { clusterWays, planCluster } from '../../../../src/placement/hall/clusterPlan.ts';
import { tones } from '../../../../src/encoding/tone.ts';
import { buildSolids } from '../../../../src/placement/solid/solids.ts';
import { figureOf, inSi } from '../../../../src/data/figure.ts';
import { planHall } from '../../../../src/placement/hall/hall.ts';
import { catalogue, plan, props, record } from '../recordedFlight.ts';
import { hallNamed } from '../recordedHalls.ts';

test('eight listed pods hold as many chips as the announced hall, and 64 halls as many as the cluster', () => {
  expect(plan.pods).toHaveLength(record.counts.hall / record.counts.pod);
  expect(plan.halls).toHaveLength(record.counts.cluster / record.counts.hall);
  expect(plan.pods.length * plan.pod.cabinets.length).toBe(record.counts.hallCabinets);
});

test('the floor drawn has the announced area and holds every pod', () => {
  const [w, d] = plan.floor.size;
  expect(w * d).toBeCloseTo(inSi(figureOf(catalogue, 'atlas-950-superpod-8192.floor-area').shown!), 6);
  const [left, back, right, front] = plan.pod.bounds;
  for (const [x, z] of plan.pods) {
    expect(x + left).toBeGreaterThan(plan.floor.middle[0] - w / 2);
    expect(x + right).toBeLessThan(plan.floor.middle[0] + w / 2);
    expect(z + back).toBeGreaterThan(plan.floor.middle[1] - d / 2);
    expect(z + front).toBeLessThan(plan.floor.middle[1] + d / 2);
  }
});

test('no two pods and no two halls stand in one another', () => {
  const [left, back, right, front] = plan.pod.bounds;
  const apart = (places: typeof plan.pods, w: number, d: number) =>
    places.every(([x, z], i) =>
      places.every(([u, v], j) => i === j || Math.abs(x - u) > w - 1e-9 || Math.abs(z - v) > d),
    );
  expect(apart(plan.pods, right - left, front - back)).toBe(true);
  expect(apart(plan.halls, ...plan.floor.size)).toBe(true);
});

test('one starts in the front row, and copies come farthest first', () => {
  for (const places of [plan.pods, plan.halls]) {
    expect(places.filter(([x, z]) => x === 0 && z === 0)).toHaveLength(1);
    expect(Math.max(...places.map(([, z]) => z))).toBe(0);
    expect(places.map(([, z]) => z)).toEqual(places.map(([, z]) => z).toSorted((a, b) => a - b));
  }
});

test('every cabinet of the hall is drawn, and the light between halls keeps to the streets', () => {
  const pods = drawRows(props.machine, props.layout, plan, true);
  const cabinets = pods.owners.filter((path) => path.length === 1);
  expect(cabinets).toHaveLength(record.counts.hallCabinets);
  for (const [x0, z0, x1, z1] of clusterWays(plan)) {
    for (const [hx, hz] of plan.halls) {
      const [cx, cz] = [hx + plan.floor.middle[0], hz + plan.floor.middle[1]];
      const clear = (low: number, high: number, middle: number, size: number) =>
        high < middle - size / 2 || low > middle + size / 2;
      expect(
        clear(Math.min(x0, x1), Math.max(x0, x1), cx, plan.floor.size[0]) ||
          clear(Math.min(z0, z1), Math.max(z0, z1), cz, plan.floor.size[1]),
      ).toBe(true);
    }
  }
});

test('a far hall shows every row of its layout, and sixty-three of them keep the budget of triangles', () => {
  const solids = buildSolids(tones);
  addFarHall(solids, props.layout, plan, [0, 0]);
  const one = solids.finish();
  const rows = new Set(Array.from({ length: one.count }, (_, i) => one.group[i]).slice(1));
  expect(rows.size).toBe(record.machine.hall.hall.rows);
  expect(drawCluster(props.layout, plan).count * 12).toBeLessThan(60_000);
});

test('a hall that is not made of the pod is refused by name', () => {
  const { machine, layout } = hallNamed('atlas-960-superpod-15488');
  const hall = { plan: planHall(machine, layout), system: layout.system, floorArea: 2200 };
  expect(() => planCluster(plan.pod, props.layout, hall, 64)).toThrow(/atlas-960-superpod-15488.*allowed/);
});
