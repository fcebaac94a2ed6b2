import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { figureOf, inSi } from '../../src/data/figure.ts';
import { readCatalogue } from '../../src/data/read.ts';
import { readLayouts } from '../../src/data/readLayouts.ts';
import type { Layout } from '../../src/data/schema/layout.ts';
import { machineFromLayout } from '../../src/model/hardware/fromLayout.ts';
import type { Machine } from '../../src/model/hardware/machine.ts';
import { floorOutline } from '../../src/placement/hall/floor.ts';
import { planHall } from '../../src/placement/hall/hall.ts';
import { plinth } from '../../src/placement/cabinet/slots.ts';

const catalogue = readCatalogue();
const recorded = (key: string) => inSi(figureOf(catalogue, key).shown!);
const layouts = readLayouts();
const machines = new Map(
  [...layouts].map(([id, layout]) => [id, machineFromLayout(layout, recorded)] as const),
);
const each = [...layouts].map(([id, layout]) => ({ id, layout, machine: machines.get(id)! }));

/** How many parts of a class or of a kind the whole machine holds. */
const total = ({ classes }: Machine, word: string) =>
  classes
    .filter(({ id, kind }) => id === word || kind === word)
    .reduce((sum, cls) => sum + cls.total, 0);

test.each(readdirSync('content/layouts'))('content/layouts/%s owes no reason', (file) => {
  const owing: string[] = [];
  const visit = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return;
    const { basis, reason } = node as { basis?: string; reason?: string };
    if (basis !== undefined && basis !== 'published' && !reason?.trim()) owing.push(path);
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}.${key}`);
  };
  visit(parse(readFileSync(`content/layouts/${file}`, 'utf8')), file);
  expect(owing).toEqual([]);
});

test.each(each)('$id names figures of the record only', ({ machine, layout }) => {
  const over = layout.overhead?.figure ?? null;
  const keys = [...machine.classes.flatMap((cls) => cls.figures), ...(over === null ? [] : [over])];
  for (const key of keys) expect(() => figureOf(catalogue, key), key).not.toThrow();
});

test.each(each)('$id backs every count it calls published with a figure', ({ machine }) => {
  for (const { id, perParent, figures } of machine.classes) {
    if (perParent.basis === 'published') expect(figures, id).not.toEqual([]);
  }
});

// What the makers publish, beside what is counted out of the layout.
test.each([
  ['atlas-900-a3-superpod', 'npu', 384, 'npu-count'],
  ['atlas-900-a3-superpod', 'cpu', 192, 'cpu-count'],
  ['atlas-900-a3-superpod', 'compute-node', 48, 'node-count'],
  ['atlas-900-a3-superpod', 'cabinet', 16, 'cabinet-count'],
  ['atlas-900-a3-superpod', 'compute-cabinet', 12, 'cabinets-compute'],
  ['atlas-900-a3-superpod', 'communication-cabinet', 4, 'cabinets-communication'],
  ['atlas-900-a3-superpod', 'l1-switch', 336, 'l1-switch-chips'],
  ['atlas-900-a3-superpod', 'bus-device', 56, 'bus-devices'],
  ['atlas-900-a3-superpod', 'memory-module', 1536, 'ddr-modules'],
  ['atlas-900-a3-superpod', 'optical-port', 48 * (56 + 8), null],
  ['atlas-900-a3-superpod', 'compute-die', 768, null],
  ['atlas-950-superpod-1024', 'npu', 1024, 'npu-count'],
  ['atlas-950-superpod-1024', 'cpu', 256, 'cpu-count'],
  ['atlas-950-superpod-1024', 'compute-cabinet', 16, 'cabinets-compute'],
  ['atlas-950-superpod-1024', 'interconnect-cabinet', 4, 'cabinets-communication'],
  ['atlas-950-superpod-8192', 'npu', 8192, 'npu-count'],
  ['atlas-950-superpod-8192', 'cpu', 2048, 'cpu-count'],
  ['atlas-950-superpod-8192', 'cabinet', 160, 'cabinet-count'],
  ['atlas-950-superpod-8192', 'compute-cabinet', 128, 'cabinets-compute'],
  ['atlas-950-superpod-8192', 'interconnect-cabinet', 32, 'cabinets-communication'],
  ['atlas-960-superpod-15488', 'npu', 15_488, 'npu-count'],
  ['atlas-960-superpod-15488', 'cabinet', 220, 'cabinet-count'],
  ['gb200-nvl72', 'gpu', 72, 'gpu-count'],
  ['gb200-nvl72', 'cpu', 36, 'cpu-count'],
  ['gb200-nvl72', 'compute-tray', 18, 'compute-trays'],
  ['gb200-nvl72', 'switch-tray', 9, 'switch-trays'],
  ['gb200-nvl72', 'management-switch', 2, 'management-switches'],
  ['gb200-nvl72', 'switch-chip', 18, null],
  ['gb200-nvl72', 'compute-die', 144, null],
])('%s holds %s × %d', (id, word, count, key) => {
  expect(total(machines.get(id)!, word)).toBe(count);
  if (key !== null) expect(recorded(`${id}.${key}`)).toBe(count);
});

test.each([
  ['atlas-900-a3-superpod', 32],
  ['atlas-950-superpod-8192', 64],
  ['atlas-960-superpod-15488', 88],
])('a compute cabinet of %s holds %d processors', (id, count) => {
  const machine = machines.get(id)!;
  expect(total(machine, 'npu') / total(machine, 'compute-cabinet')).toBe(count);
  expect(recorded(`${id}.npus-per-compute-cabinet`)).toBe(count);
});

test('the published outer size of the Atlas 900 is the size drawn', () => {
  const { cabinet } = layouts.get('atlas-900-a3-superpod')!;
  for (const side of ['width', 'depth', 'height'] as const) {
    expect(cabinet[side].value).toBeCloseTo(recorded(`atlas-900-a3-superpod.cabinet-${side}`), 9);
    expect(cabinet[side].basis).toBe('published');
  }
});

describe.each(each)('$id', ({ id, layout, machine }) => {
  const perParent = (classId: string) => machine.classes.find((cls) => cls.id === classId)!.perParent.value;
  const stackHeight = ({ stack }: Layout['cabinets'][number]) =>
    [...new Map(stack.map((slot) => [slot.id, slot])).values()].reduce(
      (sum, slot) => sum + perParent(slot.id) * slot.units * layout.unit.value,
      0,
    );

  test('stacks fit their cabinets, and the units they are published with', () => {
    for (const cabinet of layout.cabinets) {
      const height = stackHeight(cabinet);
      expect(height).toBeLessThanOrEqual(layout.cabinet.height.value - 2 * plinth);
      const published = catalogue.systems.get(id)!.properties['cabinet-units'];
      if (published) expect(height).toBeLessThanOrEqual(recorded(`${id}.cabinet-units`));
    }
  });

  test('its rows hold every cabinet, and no place stays empty', () => {
    for (const cabinet of layout.cabinets) {
      const inARow = layout.hall.row
        .filter(([classId]) => classId === cabinet.id)
        .reduce((sum, [, count]) => sum + count, 0);
      expect(inARow * layout.hall.rows, cabinet.id).toBe(perParent(cabinet.id));
    }
  });

  test('grids have a place for every part', () => {
    for (const part of [...layout.trays, ...layout.packages].flatMap(({ parts }) => parts))
      expect(part.grid[0] * part.grid[1], part.id).toBeGreaterThanOrEqual(perParent(part.id));
  });

  test('a published floor has room around the cabinets', () => {
    if (machine.floorArea === null) return;
    const plan = planHall(machine, layout);
    const [x, z] = floorOutline(plan, machine.floorArea);
    expect(x).toBeGreaterThan(plan.bounds[2]);
    expect(z).toBeGreaterThan(plan.bounds[3]);
    expect(4 * x * z).toBeCloseTo(recorded(`${id}.floor-area`), 6);
  });
});
