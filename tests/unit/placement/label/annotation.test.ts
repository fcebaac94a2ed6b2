import { describe, expect, test } from 'vitest';
import { readPartPath } from '../../../../src/model/hardware/partPath.ts';
import { anchorOf, annotate, type Annotations } from '../../../../src/placement/label/annotation.ts';
import type { HallProps } from '../../../../src/placement/hall/hallProps.ts';
import { slotWidth } from '../../../../src/placement/cabinet/cabinet.ts';
import { fits } from '../../../../src/widget/supernode-hall/travel.ts';
import { holders } from '../drawnParts.ts';
import { hallNamed, halls, propsOf, sights, sightOf, wordsOf } from '../recordedHalls.ts';

function said(props: HallProps): Annotations {
  const { plan, focus, opened, standing } = sightOf(props);
  return annotate(props, plan, focus, [opened, standing]);
}

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, k) => v - b[k]!));
/** Metres of a printed length: `2.25 m`, `92 mm, assumed`. */
function metresIn(text: string): number {
  const [, value, unit] = /^([\d.]+)\s(mm|m)\b/.exec(text)!;
  return Number(value) * (unit === 'mm' ? 0.001 : 1);
}

describe.each(sights)('$name at the level of the $level', (hall) => {
  const states = [[], ...holders(hall.machine)]
    .filter((path) => path.length === 0 || fits(hall.machine, { level: hall.level, path }))
    .map((part) => propsOf(hall, { level: hall.level, part }));

  test('dimension lines are as long as they say', () => {
    const words = wordsOf(hall);
    for (const props of states)
      for (const { from, to, metres, basis } of said(props).dimensions) {
        expect(distance(from, to)).toBeCloseTo(metres, 6);
        const text = words.dimension(metres, basis);
        expect(metresIn(text) / metres).toBeCloseTo(1, 2);
        expect(text.includes(basis)).toBe(basis !== 'published');
      }
  });

  test('names at most six things, each once, and what is picked among them', () => {
    for (const props of states) {
      const { callouts } = said(props);
      expect(callouts.length).toBeLessThanOrEqual(6);
      const named = callouts.map(({ names }) => JSON.stringify(names));
      expect(new Set(named).size).toBe(named.length);
      expect(callouts.filter(({ picked }) => picked)).toHaveLength(props.part.length > 0 ? 1 : 0);
    }
  });
});

describe.each(halls)('$name', (hall) => {
  const { width, depth, height } = hall.layout.cabinet;
  const lengths = (level: HallProps['level']) =>
    said(propsOf(hall, { level }))
      .dimensions.map(({ metres }) => metres)
      .sort((a, b) => a - b);

  test('the cabinet is measured at its recorded size', () => {
    const recorded = [width.value, depth.value, height.value].sort((a, b) => a - b);
    lengths('cabinet').forEach((metres, k) => expect(metres).toBeCloseTo(recorded[k]!, 9));
  });

  test('the hall is as long as its cabinets stand side by side', () => {
    const { plan } = sightOf(propsOf(hall));
    const inARow = plan.cabinets.filter(({ row }) => row === 0).length;
    const expected = [height.value, inARow * width.value].sort((a, b) => a - b);
    lengths('hall').forEach((metres, k) => expect(metres).toBeCloseTo(expected[k]!, 9));
  });

  test('the board and the package are measured at theirs', () => {
    const { focus } = sightOf(propsOf(hall));
    const tray = hall.layout.trays.find(({ id }) => id === focus.board!.classId)!;
    const board = [slotWidth(hall.layout), tray.depth.value].sort((a, b) => a - b);
    lengths('board').forEach((metres, k) => expect(metres).toBeCloseTo(board[k]!, 6));
    const { substrate_mm } = hall.layout.packages.find(({ id }) => id === focus.package!.classId)!;
    const substrate = substrate_mm
      .slice(0, 2)
      .map((mm) => mm / 1000)
      .sort((a, b) => a - b);
    lengths('package').forEach((metres, k) => expect(metres).toBeCloseTo(substrate[k]!, 6));
  });
});

test('the person stands on the floor clear of every cabinet, and only where there is room for one', () => {
  for (const hall of sights) {
    const { person } = said(propsOf(hall, { level: hall.level }));
    const near = hall.level === 'board' || hall.level === 'package';
    expect(person === null, hall.level).toBe(near);
    if (!person) continue;
    expect(person[1]).toBe(0);
    if (hall.level === 'cabinet') continue; // every other cabinet has faded
    const { plan } = sightOf(propsOf(hall));
    const inside = plan.cabinets.filter(
      ({ x, z }) =>
        Math.abs(x - person[0]) < hall.layout.cabinet.width.value / 2 + 0.25 &&
        Math.abs(z - person[2]) < hall.layout.cabinet.depth.value / 2,
    );
    expect(inside).toEqual([]);
  }
});

test('a label points at the part it names, or at nothing where the part is not drawn', () => {
  const hall = hallNamed('atlas-950-superpod-1024');
  const { opened, standing } = sightOf(propsOf(hall));
  const at = (text: string) => anchorOf([opened, standing], readPartPath(hall.machine, text));
  const cabinet = sightOf(propsOf(hall)).plan.cabinets.find(
    ({ classId, ordinal }) => classId === 'compute-cabinet' && ordinal === 3,
  )!;
  expect(at('compute-cabinet.3')![0]).toBeCloseTo(cabinet.x, 5);
  expect(at('compute-cabinet.3')![2]).toBeCloseTo(cabinet.z + hall.layout.cabinet.depth.value / 2, 5);
  expect(at('compute-cabinet.3/compute-board.1/npu.1')).toBeNull();
});
