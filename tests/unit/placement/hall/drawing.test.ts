import { describe, expect, test } from 'vitest';
import { childClasses } from '../../../../src/model/hardware/machine.ts';
import { printPartPath } from '../../../../src/model/hardware/partPath.ts';
import { levelOf } from '../../../../src/placement/hall/focus.ts';
import { standingCabinet } from '../../../../src/placement/hall/hall.ts';
import { looks } from '../../../../src/placement/solid/solids.ts';
import { drawnInside, holders, runThrough } from '../drawnParts.ts';
import { halls, propsOf, sights, sightOf } from '../recordedHalls.ts';

const ghost = looks.indexOf('ghost');

describe.each(sights)('$name at the level of the $level', (hall) => {
  const states = [false, true].map((explode) => sightOf(propsOf(hall, { level: hall.level, explode })));

  test('draws every cabinet from afar, and nearer the open one alone or with those beside it', () => {
    const classes = childClasses(hall.machine, null);
    const all = classes.reduce((sum, { total }) => sum + total, 0);
    for (const { plan, focus, all: solids } of states) {
      const open = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
      const row = plan.cabinets.filter((one) => one.row === open.row).sort((a, b) => a.x - b.x);
      const at = row.indexOf(open);
      const beside = row.slice(Math.max(0, at - 1), at + 2).length - 1;
      const drawn = classes.reduce((sum, { id }) => sum + drawnInside(solids, [], id), 0);
      expect(drawn).toBe({ hall: all, row: all, cabinet: 1 + beside, board: 1, package: 1 }[hall.level]);
    }
  });

  test('is made of finite boxes', () => {
    for (const { all } of states) {
      expect([...all.centre, ...all.half, ...all.yaw].every(Number.isFinite)).toBe(true);
      expect(Math.min(...all.half)).toBeGreaterThan(0);
    }
  });

  test('stands nothing inside anything else', () => {
    for (const { all } of states) {
      const pairs = runThrough(all, (i) => all.look[i] !== ghost, 5e-5);
      const name = (i: number) => printPartPath(all.owners[all.owner[i]!]!) || 'overhead';
      expect(pairs.map((pair) => pair.map(name).join(' × '))).toEqual([]);
    }
  });
});

const opened = halls.flatMap((hall) => holders(hall.machine).map((part) => ({ ...hall, part })));

test.each(opened)('$name draws all that its $part holds', (hall) => {
  const { part } = hall;
  const level = part.length === 1 ? 'cabinet' : levelOf(hall.machine, [...part, part.at(-1)!]);
  const { all } = sightOf(propsOf(hall, { level, part }));
  for (const { id, perParent } of childClasses(hall.machine, part.at(-1)!.classId))
    expect(drawnInside(all, part, id), id).toBe(perParent.value);
});

const small = halls.filter(({ machine }) => childClasses(machine, null).every(({ total }) => total <= 16));

test.each(small)('$name draws every slot of its closed cabinets', (hall) => {
  const { all } = sightOf(propsOf(hall));
  for (const cabinet of hall.layout.cabinets) {
    const ordinals = hall.machine.classes.find(({ id }) => id === cabinet.id)!.total;
    for (const id of new Set(cabinet.stack.map((slot) => slot.id)))
      for (let ordinal = 1; ordinal <= ordinals; ordinal++)
        expect(drawnInside(all, [{ classId: cabinet.id, ordinal }], id)).toBe(
          hall.machine.classes.find((cls) => cls.id === id)!.perParent.value,
        );
  }
});
