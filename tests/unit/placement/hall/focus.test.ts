import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childClasses, partClass } from '../../../../src/model/hardware/machine.ts';
import { readPartPath } from '../../../../src/model/hardware/partPath.ts';
import { focusOf, levelOf } from '../../../../src/placement/hall/focus.ts';
import { planHall, standingCabinet } from '../../../../src/placement/hall/hall.ts';
import { anyPath } from '../../widget/supernode-hall/hall.ts';
import { hallNamed, halls } from '../recordedHalls.ts';

test('whatever is picked, what stands open exists, and holds what is picked', () => {
  const any = fc
    .constantFrom(...halls)
    .chain((hall) => anyPath(hall.machine).map((path) => ({ hall, path })));
  fc.assert(
    fc.property(any, ({ hall: { machine, layout }, path }) => {
      const plan = planHall(machine, layout);
      const focus = focusOf(machine, path, plan);
      expect(() => standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal)).not.toThrow();
      expect(focus.cabinet).toEqual({ classId: path[0]!.classId, ordinal: path[0]!.ordinal ?? 1 });
      const inside = [
        [focus.board, focus.cabinet],
        [focus.package, focus.board],
      ] as const;
      for (const [open, holder] of inside) {
        if (!open) continue;
        const cls = partClass(machine, open.classId);
        expect(cls.parent).toBe(holder!.classId);
        expect(open.ordinal).toBeLessThanOrEqual(cls.perParent.value);
        expect(childClasses(machine, open.classId)).not.toEqual([]);
      }
      const [, board, item] = path;
      if (board && childClasses(machine, board.classId).length > 0)
        expect(focus.board).toEqual({ classId: board.classId, ordinal: board.ordinal ?? 1 });
      if (item && childClasses(machine, item.classId).length > 0)
        expect(focus.package).toEqual({ classId: item.classId, ordinal: item.ordinal ?? 1 });
    }),
    { numRuns: 300 },
  );
});

test.each(halls)('with nothing picked a compute cabinet of the front row of $name stands open', (hall) => {
  const plan = planHall(hall.machine, hall.layout);
  const { cabinet, board, package: item } = focusOf(hall.machine, [], plan);
  expect(standingCabinet(plan, cabinet.classId, cabinet.ordinal).row).toBe(0);
  expect(partClass(hall.machine, item!.classId).kind).toBe('processor');
  expect(partClass(hall.machine, item!.classId).parent).toBe(board!.classId);
});

test('a cabinet with nothing to open opens nothing', () => {
  const { machine, layout } = hallNamed('atlas-950-superpod-1024');
  const part = readPartPath(machine, 'interconnect-cabinet.2/link-device.3');
  expect(focusOf(machine, part, planHall(machine, layout))).toEqual({
    cabinet: { classId: 'interconnect-cabinet', ordinal: 2 },
    board: null,
    package: null,
  });
});

describe('the level at which a part is seen', () => {
  test.each([
    ['', 'hall'],
    ['compute-cabinet.3', 'row'],
    ['compute-cabinet.3/compute-board.2', 'cabinet'],
    ['compute-cabinet.3/compute-board.2/npu.5', 'board'],
    ['compute-cabinet.3/compute-board.2/npu.5/memory-stack.1', 'package'],
  ])('%s: %s', (text, level) => {
    const { machine } = hallNamed('atlas-950-superpod-1024');
    expect(levelOf(machine, readPartPath(machine, text))).toBe(level);
  });
});
