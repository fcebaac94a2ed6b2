import { describe, expect, test } from 'vitest';
import { childClasses, lineage, partClass } from '../../../../src/model/hardware/machine.ts';
import { systems } from '../../widget/supernode-hall/hall.ts';

describe.each(systems)('%s', (_, { machine }) => {
  test('lists parents before their children and every class once', () => {
    const ids = machine.classes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    machine.classes.forEach(({ parent }, index) => {
      if (parent !== null) expect(ids.slice(0, index)).toContain(parent);
    });
  });

  test('multiplies every count down from the hall', () => {
    for (const { id, total } of machine.classes) {
      const product = lineage(machine, id).reduce((all, { perParent }) => all * perParent.value, 1);
      expect(total, id).toBe(product);
    }
  });

  test('reaches every class from the hall by way of its parents', () => {
    const below = (parent: string | null): string[] =>
      childClasses(machine, parent).flatMap(({ id }) => [id, ...below(id)]);
    expect(below(null).sort()).toEqual(machine.classes.map(({ id }) => id).sort());
  });

  test('gives a reason for every count that is not published', () => {
    for (const { id, perParent } of machine.classes)
      if (perParent.basis !== 'published') expect(perParent.reason, id).not.toBe('');
  });
});

test('an unknown class is named, with those there are', () => {
  const [, { machine }] = systems.find(([id]) => id === 'gb200-nvl72')!;
  expect(() => partClass(machine, 'sofa')).toThrow(/"sofa" is not in gb200-nvl72; it has rack, .*gpu/);
});
