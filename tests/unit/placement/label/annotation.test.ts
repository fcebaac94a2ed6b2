import { describe, expect, test } from 'vitest';
import { readPartPath } from '../../../../src/model/hardware/partPath.ts';
import {
  annotate,
  drawnAs,
  pointingAt,
  type Annotations,
} from '../../../../src/placement/label/annotation.ts';
import type { HallProps } from '../../../../src/placement/hall/hallProps.ts';
import { slotWidth } from '../../../../src/placement/cabinet/cabinet.ts';
import { fits } from '../../../../src/widget/supernode-hall/travel.ts';
import { holders } from '../drawnParts.ts';
import { hallNamed, halls, propsOf, sights, sightOf, wordsOf } from '../recordedHalls.ts';

function said(props: HallProps): Annotations {
  const { plan, focus } = sightOf(props);
  return annotate(props, plan, focus);
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

  test('names each thing once, and what is picked first', () => {
    for (const props of states) {
      const { callouts } = said(props);
      const named = callouts.map(({ names }) => JSON.stringify(names));
      expect(new Set(named).size).toBe(named.length);
      expect(callouts.flatMap(({ picked }, i) => (picked ? [i] : []))).toEqual(
        props.part.length > 0 ? [0] : [],
      );
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

test('a part is drawn as its own boxes and those in it, and as none where it is not drawn', () => {
  const hall = hallNamed('atlas-950-superpod-1024');
  const { standing } = sightOf(propsOf(hall));
  const boxesOf = (text: string) => {
    const isOwn = drawnAs(readPartPath(hall.machine, text));
    return Array.from({ length: standing.count }, (_, i) => i).filter((i) => isOwn(standing, i));
  };
  const { plan } = sightOf(propsOf(hall));
  const cabinet = plan.cabinets.find(
    ({ classId, ordinal }) => classId === 'compute-cabinet' && ordinal === 3,
  )!;
  const whole = boxesOf('compute-cabinet.3');
  expect(whole.length).toBeGreaterThan(10);
  for (const i of whole) {
    expect(Math.abs(standing.centre[3 * i]! - cabinet.x)).toBeLessThan(hall.layout.cabinet.width.value / 2);
  }
  const board = boxesOf('compute-cabinet.3/compute-board.1');
  expect(board.length).toBeGreaterThan(0);
  expect(whole).toEqual(expect.arrayContaining(board));
  expect(boxesOf('compute-cabinet.3/compute-board.1/npu.1')).toEqual([]);
});

test('what the reader points at comes first, once', () => {
  const own = said(propsOf(hallNamed('atlas-950-superpod-1024'), { level: 'board' }));
  const names = own.callouts.map((callout) => callout.names);
  const parts = names.filter((name) => name !== 'person' && 'part' in name);
  for (const name of parts) {
    const pointed = pointingAt(own, name.part).callouts;
    expect(pointed[0]).toEqual({ names: { part: name.part }, picked: true });
    expect(pointed).toHaveLength(own.callouts.length);
  }
});
