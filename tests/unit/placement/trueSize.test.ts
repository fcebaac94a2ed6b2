import { describe, expect, test } from 'vitest';
import { childClasses } from '../../../src/model/hardware/machine.ts';
import type { PartPath } from '../../../src/model/hardware/partPath.ts';
import { slotWidth } from '../../../src/placement/cabinet/cabinet.ts';
import { tones } from '../../../src/encoding/tone.ts';
import { boxesOf, type DrawnBox } from './drawnParts.ts';
import { halls, propsOf, sightOf } from './recordedHalls.ts';

const isAt = (path: PartPath, part: PartPath) =>
  path.length === part.length &&
  path.every(({ classId, ordinal }, i) => classId === part[i]!.classId && ordinal === part[i]!.ordinal);
const expectSize = (box: DrawnBox, metres: readonly number[]) =>
  metres.forEach((length, k) => expect(box.size[k]).toBeCloseTo(length, 5));
/** How far a box reaches beyond another's footprint, metres; at most 0 where it lies on it. */
const beyond = (box: DrawnBox, floor: DrawnBox) =>
  Math.max(
    ...[0, 2].map((k) => Math.abs(box.centre[k]! - floor.centre[k]!) + (box.size[k]! - floor.size[k]!) / 2),
  );
const top = ({ centre, size }: DrawnBox) => centre[1] + size[1] / 2;
const underside = ({ centre, size }: DrawnBox) => centre[1] - size[1] / 2;

describe.each(halls)('$name', (hall) => {
  const { machine, layout } = hall;
  const { width, depth, height } = layout.cabinet;
  const cabinetSize = [width.value, height.value, depth.value];

  test('closed cabinets have the recorded size', () => {
    const { standing } = sightOf(propsOf(hall));
    const bodies = boxesOf(standing).filter(({ index }) =>
      ['cabinet', 'opticalCabinet'].includes(tones[standing.tone[index]!]!),
    );
    const closed = childClasses(machine, null).reduce((sum, { total }) => sum + total, -1);
    expect(bodies).toHaveLength(closed);
    for (const body of bodies) expectSize(body, cabinetSize);
  });

  test('the open cabinet has the recorded size', () => {
    const { opened, focus } = sightOf(propsOf(hall));
    const frame = boxesOf(opened).filter(
      ({ path, index }) => path.length === 1 && tones[opened.tone[index]!] !== 'wire',
    );
    const reach = [0, 1, 2].map((k) => {
      const ends = frame.flatMap(({ centre, size }) => [
        centre[k]! - size[k]! / 2,
        centre[k]! + size[k]! / 2,
      ]);
      return Math.max(...ends) - Math.min(...ends);
    });
    reach.forEach((length, k) => expect(length).toBeCloseTo(cabinetSize[k]!, 5));
    expect(frame.every(({ path }) => path[0]!.ordinal === focus.cabinet.ordinal)).toBe(true);
  });

  test('the open board lies in its cabinet’s width, and its parts lie on it at their size', () => {
    const { opened, focus } = sightOf(propsOf(hall, { level: 'board' }));
    const boxes = boxesOf(opened);
    const board = [focus.cabinet, focus.board!];
    const plate = boxes.find(({ path }) => isAt(path, board))!;
    const tray = layout.trays.find(({ id }) => id === focus.board!.classId)!;
    expectSize(plate, [slotWidth(layout), plate.size[1], tray.depth.value]);
    for (const part of tray.parts) {
      const placed = boxes.filter(({ path }) => path.length === 3 && path[2]!.classId === part.id);
      for (const box of placed) {
        expect(beyond(box, plate), part.id).toBeLessThan(1e-5);
        expect(underside(box), part.id).toBeGreaterThan(top(plate) - 1e-5);
        const isOpened = focus.package?.classId === part.id && box.path[2]!.ordinal === focus.package.ordinal;
        const [w, d, h] = part.size_mm.map((mm) => mm / 1000) as [number, number, number];
        if (!isOpened) expectSize(box, [w, h, d]);
      }
    }
  });

  test('the open package has the size of its substrate, and its dies stand on it at theirs', () => {
    const { opened, focus } = sightOf(propsOf(hall, { level: 'package' }));
    const boxes = boxesOf(opened);
    const path = [focus.cabinet, focus.board!, focus.package!];
    const substrate = boxes.find((box) => isAt(box.path, path))!;
    const drawing = layout.packages.find(({ id }) => id === focus.package!.classId)!;
    const [w, d] = drawing.substrate_mm.map((mm) => mm / 1000) as [number, number];
    expectSize(substrate, [w, substrate.size[1], d]);
    for (const part of drawing.parts) {
      const dies = boxes.filter((box) => box.path.length === 4 && box.path[3]!.classId === part.id);
      for (const die of dies) {
        expect(beyond(die, substrate), part.id).toBeLessThan(1e-5);
        expect(underside(die), part.id).toBeCloseTo(top(substrate), 5);
        const [width, depth, height] = part.size_mm.map((mm) => mm / 1000) as [number, number, number];
        expectSize(die, [width, height, depth]);
      }
    }
  });
});
