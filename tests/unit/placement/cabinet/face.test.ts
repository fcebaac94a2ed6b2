import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cabinetDrawing, faceContents } from '../../../../src/placement/cabinet/cabinet.ts';
import { faceMarks, type FaceContents } from '../../../../src/placement/cabinet/face.ts';
import { halls } from '../recordedHalls.ts';
import { numberIn } from '../numberIn.ts';

const board: FaceContents = {
  kind: 'board', processors: 8, processorGrid: [4, 2], switchChips: 0, optical: true, slenderness: 0.3,
}; // prettier-ignore

const slots = halls.flatMap(({ name, machine, layout }) =>
  layout.cabinets.flatMap(({ id }) => {
    const drawing = cabinetDrawing(machine, layout, id);
    return drawing.slots
      .filter(({ ordinal }) => ordinal === 1)
      .map((slot) => ({ name, part: slot.slot.id, machine, contents: faceContents(drawing, slot) }));
  }),
);

test.each(slots)(
  'the $part of $name shows as many marks as it holds processors',
  ({ part, machine, contents }) => {
    const held = machine.classes.find((cls) => cls.parent === part && cls.kind === 'processor');
    const marks = faceMarks(contents, false).filter(({ tone }) => tone === 'processor');
    expect(marks).toHaveLength(held?.perParent.value ?? 0);
  },
);

describe('any face', () => {
  const anyContents = fc
    .record({
      kind: fc.constantFrom('power-shelf', 'board', 'switch-device', 'spare-slot'),
      grid: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 2 })),
      processing: fc.boolean(),
      switchChips: fc.integer({ min: 0, max: 8 }),
      optical: fc.boolean(),
      slenderness: numberIn(0.05, 1),
    })
    .map(
      ({ grid, processing, ...rest }) =>
        ({
          ...rest,
          processorGrid: grid,
          processors: processing ? grid[0] * grid[1] : 0,
        }) as FaceContents,
    );

  test('keeps its marks on it, none over another', () => {
    fc.assert(
      fc.property(anyContents, fc.boolean(), (contents, coarse) => {
        const marks = faceMarks(contents, coarse);
        for (const { x, y, width, height } of marks) {
          expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThan(0);
          expect(Math.max(x + width / 2, y + height / 2)).toBeLessThan(1);
        }
        marks.forEach((a, i) =>
          marks.slice(0, i).forEach((b) => {
            const across = Math.abs(a.x - b.x) - (a.width + b.width) / 2;
            const upwards = Math.abs(a.y - b.y) - (a.height + b.height) / 2;
            expect(Math.max(across, upwards)).toBeGreaterThan(-1e-9);
          }),
        );
      }),
    );
  });

  test('merges its marks when coarse, and keeps what they mean', () => {
    expect(faceMarks(board, true)).toHaveLength(1);
    expect(faceMarks(board, true)[0]!.tone).toBe('processor');
    const device: FaceContents = { ...board, kind: 'switch-device', processors: 0 };
    expect(faceMarks(device, true).map(({ tone }) => tone)).toEqual(['opticalPort']);
  });
});
