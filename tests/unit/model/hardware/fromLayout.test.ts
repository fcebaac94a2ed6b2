import { expect, test } from 'vitest';
import type { Count, Layout } from '../../../../src/data/schema/layout.ts';
import { machineFromLayout } from '../../../../src/model/hardware/fromLayout.ts';
import { hallNamed } from '../../placement/recordedHalls.ts';

const { layout } = hallNamed('gb200-nvl72');
const [rack] = layout.cabinets as [Layout['cabinets'][number]];
const assumed = (value: number): Count => ({ value, basis: 'assumed', reason: 'for the test' });
const figures: Record<string, number> = {
  'gb200-nvl72.management-switches': 2,
  'gb200-nvl72.switch-trays': 9,
  'nvidia-b200.die-count': 2,
};
const build = (changed: Partial<Layout>) =>
  machineFromLayout({ ...layout, ...changed }, (key) => figures[key]!);

test('racks beside one another multiply everything in them', () => {
  const machine = build({ cabinets: [{ ...rack, count: assumed(8) }] });
  expect(machine.classes.find(({ id }) => id === 'gpu')?.total).toBe(8 * 72);
});

test('a class that fills two stretches of a stack is one class', () => {
  const trays = build({}).classes.filter(({ id }) => id === 'compute-tray');
  expect(trays).toHaveLength(1);
  expect(trays[0]).toMatchObject({ total: 18, perParent: { value: 18 } });
  expect(trays[0]!.perParent.reason).toContain('photographs');
});

test('a count taken from the record is published, and the record describes the part', () => {
  const tray = build({}).classes.find(({ id }) => id === 'switch-tray')!;
  expect(tray.perParent).toEqual({ value: 9, basis: 'published', reason: '' });
  expect(tray.figures[0]).toBe('gb200-nvl72.switch-trays');
});

test('a part that stands in two places, in none, or in no stack is refused by name', () => {
  const spare = { ...rack, id: 'spare-rack' };
  expect(() => build({ cabinets: [rack, spare] })).toThrow(/"blank" of gb200-nvl72 stands in two places/);
  const trays = layout.trays.map((tray) => ({ ...tray, id: `no-${tray.id}` }));
  expect(() => build({ trays })).toThrow(/tray "no-compute-tray" of gb200-nvl72 is in no cabinet's stack/);
  const packages = layout.packages.map((one) => ({ ...one, id: 'no-gpu' }));
  expect(() => build({ packages })).toThrow(/package "no-gpu" of gb200-nvl72 is on no tray/);
});

test('a published floor is carried along', () => {
  expect(hallNamed('atlas-950-superpod-8192').machine.floorArea).toBe(1000);
  expect(hallNamed('gb200-nvl72').machine.floorArea).toBeNull();
});
