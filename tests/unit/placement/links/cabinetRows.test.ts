import { expect, it } from 'vitest';
import { cabinetRows, type CabinetPlan } from '../../../../src/placement/links/cabinetRows.ts';
import { membersOf } from '../../../../src/placement/links/strands.ts';
import { recorded } from './machines.ts';

const size = { width: 0.6, height: 2.25, depth: 1.2 };
const eightRows: CabinetPlan = {
  row: [
    { compute: true, count: 4 },
    { compute: false, count: 2 },
    { compute: true, count: 8 },
    { compute: false, count: 2 },
    { compute: true, count: 4 },
  ],
  rows: 8,
  aisle: 1.8,
  size,
};

it('a line stands for all links of a cabinet, and every link between cabinets is in two of them', () => {
  const { wiring, topology } = recorded('atlas-950-superpod-8192');
  const { beneath, strands, linksPerStrand } = cabinetRows(wiring, topology, eightRows);
  expect(beneath.count).toBe(160);
  expect(linksPerStrand).toBe(1024);
  const counted = new Map<number, number>();
  for (let s = 0; s < strands.count; s++)
    for (const link of membersOf(strands, s)) counted.set(link, (counted.get(link) ?? 0) + 1);
  expect(counted.size).toBe(32_768);
  expect([...counted.values()].every((each) => each === 2)).toBe(true);
});

it('a mesh of cabinets has a line for every pair, with its links', () => {
  const { wiring, topology } = recorded('ub-mesh-pod');
  const { strands, way } = cabinetRows(wiring, topology, { row: [], rows: 0, aisle: 1.8, size });
  expect(strands.count).toBe(48);
  for (let s = 0; s < strands.count; s++) expect(membersOf(strands, s)).toHaveLength(64);
  const heights = (from: number, to: number) => Math.max(...way(from, to).map(([, y]) => y));
  expect(heights(0, 3)).toBeGreaterThan(heights(0, 1));
});
