import { describe, expect, test } from 'vitest';
import { childClasses } from '../../../../src/model/hardware/machine.ts';
import { planHall, standingCabinet } from '../../../../src/placement/hall/hall.ts';
import { hallNamed, halls } from '../recordedHalls.ts';

describe.each(halls)('$name', ({ machine, layout }) => {
  const plan = planHall(machine, layout);
  const [width, depth] = [layout.cabinet.width.value, layout.cabinet.depth.value];

  test('stands every cabinet once', () => {
    for (const { id, total } of childClasses(machine, null)) {
      const ordinals = plan.cabinets.filter(({ classId }) => classId === id).map(({ ordinal }) => ordinal);
      expect(ordinals.sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    }
    const all = childClasses(machine, null).reduce((sum, { total }) => sum + total, 0);
    expect(plan.cabinets).toHaveLength(all);
  });

  test('no cabinet stands in another', () => {
    const apart = plan.cabinets.flatMap((a, i) =>
      plan.cabinets
        .slice(0, i)
        .map((b) => Math.max(Math.abs(a.x - b.x) - width, Math.abs(a.z - b.z) - depth)),
    );
    expect(Math.min(0, ...apart)).toBeGreaterThan(-1e-9);
  });

  test('its rows are an aisle apart and equally long', () => {
    const rows = Map.groupBy(plan.cabinets, ({ z }) => z);
    expect(rows.size).toBe(plan.rows);
    const depths = [...rows.keys()].sort((a, b) => b - a);
    depths.slice(1).forEach((z, i) => expect(depths[i]! - z - depth).toBeCloseTo(layout.hall.aisle.value, 9));
    const lengths = [...rows.values()].map((row) => row.length);
    expect(Math.max(...lengths)).toBe(lengths[0]);
  });

  test('its outline is theirs, about the origin', () => {
    const [left, back, right, front] = plan.bounds;
    expect(Math.max(...plan.cabinets.map(({ x }) => x)) + width / 2).toBeCloseTo(right, 9);
    expect(Math.max(...plan.cabinets.map(({ z }) => z)) + depth / 2).toBeCloseTo(front, 9);
    expect([left, back]).toEqual([-right, -front]);
  });
});

test.each([
  ['atlas-900-a3-superpod', 2, 8],
  ['atlas-950-superpod-1024', 2, 10],
  ['atlas-950-superpod-8192', 8, 20],
  ['atlas-960-superpod-15488', 11, 20],
  ['gb200-nvl72', 1, 1],
  ['gb200-nvl72 for 576 chips', 1, 8],
  ['gb200-nvl72 for 15488 chips', 14, 16],
])('%s stands in %d rows of %d', (name, rows, columns) => {
  const { machine, layout } = hallNamed(name);
  const plan = planHall(machine, layout);
  expect(plan.rows).toBe(rows);
  expect(plan.cabinets.filter(({ row }) => row === 0)).toHaveLength(columns);
});

test('a cabinet that stands nowhere is named', () => {
  const { machine, layout } = hallNamed('gb200-nvl72');
  expect(() => standingCabinet(planHall(machine, layout), 'rack', 2)).toThrow('rack.2');
});
