import { describe, expect, test } from 'vitest';
import { cabinetDrawing } from '../../../../src/placement/cabinet/cabinet.ts';
import { plinth, stackSlots } from '../../../../src/placement/cabinet/slots.ts';
import { hallNamed, halls } from '../recordedHalls.ts';

const cabinets = halls.flatMap(({ name, machine, layout }) =>
  layout.cabinets.map((cabinet) => ({ name, machine, layout, cabinet })),
);

describe.each(cabinets)('$cabinet.id of $name', ({ machine, layout, cabinet }) => {
  const { slots } = cabinetDrawing(machine, layout, cabinet.id);

  test('holds as many of every class as are counted', () => {
    for (const id of new Set(cabinet.stack.map((slot) => slot.id))) {
      const ordinals = slots.filter(({ slot }) => slot.id === id).map(({ ordinal }) => ordinal);
      const { value } = machine.classes.find((cls) => cls.id === id)!.perParent;
      expect(ordinals).toEqual(Array.from({ length: value }, (_, i) => i + 1));
    }
  });

  test('stacks them from the top down inside the cabinet, none in another', () => {
    let top = layout.cabinet.height.value - plinth;
    for (const { slot, y, height } of slots) {
      expect(height).toBeCloseTo(slot.units * layout.unit.value, 9);
      expect(y + height / 2).toBeLessThanOrEqual(top + 1e-9);
      top = y - height / 2;
    }
    expect(top).toBeGreaterThanOrEqual(plinth - 1e-9);
  });

  test('keeps the order in which they are recorded', () => {
    const order = slots.map(({ slot }) => cabinet.stack.indexOf(slot));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

test('a stack taller than its cabinet is refused with both heights', () => {
  const { layout } = hallNamed('gb200-nvl72');
  expect(() => stackSlots(layout, 'rack', () => 10)).toThrow(
    /stack of rack in gb200-nvl72 is 3\.112 m tall; the cabinet leaves 2\.116 m/,
  );
});

test('an unknown cabinet is named', () => {
  const { layout } = hallNamed('gb200-nvl72');
  expect(() => stackSlots(layout, 'sofa', () => 1)).toThrow(/"sofa" is not in the layout of gb200-nvl72/);
});
