import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPackages } from '../../src/data/readPackages.ts';
import { childClasses } from '../../src/model/hardware/machine.ts';
import type { PartPath } from '../../src/model/hardware/partPath.ts';
import { pairPlace } from '../../src/placement/cabinet/cabinetPair.ts';
import { floorOutline } from '../../src/placement/hall/floor.ts';
import { planHall, type HallPlan } from '../../src/placement/hall/hall.ts';
import { addFarHall, drawRows } from '../../src/placement/hall/cluster.ts';
import { anchorsOf } from '../../src/placement/label/anchors.ts';
import { annotate, drawnAs } from '../../src/placement/label/annotation.ts';
import { seeBoxes } from '../../src/placement/label/sight.ts';
import { drawPackages, packageRow } from '../../src/placement/package/packagePair.ts';
import { buildSolids, type Solids } from '../../src/placement/solid/solids.ts';
import { cameraAxes, projector } from '../../src/placement/view/camera.ts';
import { pickPart } from '../../src/placement/view/pick.ts';
import { tones } from '../../src/encoding/tone.ts';
import { pairOf } from '../../src/widget/rack-compare/pair.ts';
import { cabinetIds } from '../../src/widget/rack-compare/params.ts';
import { selectRacks } from '../../src/widget/rack-compare/select.ts';
import { selectPackages } from '../../src/widget/package-explorer/select.ts';
import { chipIds } from '../../src/widget/package-explorer/params.ts';
import { drawnSize } from '../../src/widget/supernode-hall/sizes.ts';
import { readCabinets } from '../../src/data/readCabinets.ts';
import { readLayouts } from '../../src/data/readLayouts.ts';
import { createSheetPicture } from '../../src/scene/sheet/picture.ts';
import { sheetSolids } from '../../src/placement/sheet/sheet.ts';
import { rackSheet } from '../../src/widget/rack-compare/sheet.ts';
import { createHallPicture } from '../../src/scene/supernode-hall/picture.ts';
import { instances } from '../scene/sceneGraph.ts';
import { boxesOf, type DrawnBox } from '../unit/placement/drawnParts.ts';
import { pointBehind } from '../unit/placement/lineOfSight.ts';
import { catalogue, plan as flight, props as flightProps } from '../unit/placement/recordedFlight.ts';
import { hallNamed, halls, propsOf, sightOf } from '../unit/placement/recordedHalls.ts';

const racks = selectRacks(catalogue, readLayouts(), readCabinets());
const packages = selectPackages(catalogue, readPackages());

/** Kinds of the cabinets of every row, front row first, left to right. */
const rowsOf = ({ cabinets }: HallPlan): string[][] => {
  const rows = Map.groupBy(
    cabinets.toSorted((a, b) => b.z - a.z || a.x - b.x),
    ({ z }) => Math.round(z * 1000),
  );
  return [...rows.values()].map((row) => row.map(({ classId }) => classId));
};
const extent = ({ bounds: [left, back, right, front] }: HallPlan) => [right - left, front - back];
const isAt = (path: PartPath, ...steps: (string | number)[]) =>
  path.length * 2 === steps.length &&
  path.every(({ classId, ordinal }, i) => classId === steps[2 * i] && ordinal === steps[2 * i + 1]);
/** Sizes and places of boxes to a hundredth of a millimetre, from an origin. */
const written = (boxes: readonly DrawnBox[], [x, y, z]: readonly [number, number, number]) =>
  boxes
    .map(({ centre, size }) =>
      [centre[0] - x, centre[1] - y, centre[2] - z, ...size].map((value) => (value * 1e3).toFixed(2)).join(' '),
    )
    .map((text) => text.replaceAll('-0.00', '0.00'))
    .sort();

describe('a hall is the same in the flight and in its own figure', () => {
  test.each([
    ['atlas-950-superpod-1024', flight.pod],
    ['atlas-950-superpod-8192', flight.hall],
  ])('%s: rows, order and outer size', (name, plan) => {
    const { machine, layout } = hallNamed(name);
    const own = planHall(machine, layout);
    expect(rowsOf(plan)).toEqual(rowsOf(own));
    extent(plan).forEach((metres, k) => expect(metres).toBeCloseTo(extent(own)[k]!, 9));
    for (const cls of childClasses(machine, null))
      expect(plan.cabinets.filter(({ classId }) => classId === cls.id)).toHaveLength(cls.total);
  });

  const hall = hallNamed('atlas-950-superpod-8192');

  test('its floor', () => {
    const [x, z] = floorOutline(planHall(hall.machine, hall.layout), hall.machine.floorArea!);
    expect(flight.floor.size[0]).toBeCloseTo(2 * x, 9);
    expect(flight.floor.size[1]).toBeCloseTo(2 * z, 9);
  });

  test('its cabinets, drawn in rows and from afar', () => {
    const { layout } = flightProps;
    const body = ({ index }: DrawnBox, { tone }: Solids) => /abinet$/.test(tones[tone[index]!]!);
    const near = drawRows(flightProps.machine, layout, flight, true);
    const own = sightOf(propsOf(hall));
    const closed = boxesOf(near).filter((box) => box.path.length === 1 && body(box, near));
    expect(closed).toHaveLength(hall.machine.classes.filter(({ kind }) => kind === 'cabinet').reduce((n, c) => n + c.total, 0)); // prettier-ignore
    const drawn = new Set(written(closed, [flight.floor.middle[0], 0, flight.floor.middle[1]]));
    const bodies = boxesOf(own.standing).filter((box) => body(box, own.standing));
    for (const text of written(bodies, [0, 0, 0])) expect(drawn).toContain(text);

    const solids = buildSolids(tones);
    addFarHall(solids, layout, flight, [0, 0]);
    const far = solids.finish();
    const rows = boxesOf(far).filter(({ index }) => tones[far.tone[index]!] === 'frame');
    expect(rows.map(({ centre }) => centre[2].toFixed(3)).sort()).toEqual(
      [...new Set(flight.hall.cabinets.map(({ z }) => z.toFixed(3)))].sort(),
    );
    for (const { size } of rows) expect(size[0]).toBeCloseTo(extent(flight.hall)[0]!, 4);
    const switching = boxesOf(far).filter(({ index }) => tones[far.tone[index]!] === 'opticalCabinet');
    for (const { classId, x, z } of flight.hall.cabinets) {
      const covered = switching.some(
        ({ centre, size }) => Math.abs(centre[0] - x) < size[0] / 2 && Math.abs(centre[2] - z) < 1e-4,
      );
      expect(covered).toBe(classId === 'interconnect-cabinet');
    }
  });
});

test.each(cabinetIds)('%s is compared at the size at which it stands in its hall', (id) => {
  const [cabinet] = pairOf(racks, { left: id, right: id, asof: 'latest' });
  const { machine, layout } = hallNamed(racks.cabinets[id]!.system);
  expect(cabinet.layout.cabinet).toEqual(layout.cabinet);
  expect(cabinet.machine.classes).toEqual(machine.classes);
  expect(Math.abs(pairPlace(cabinet, 0).z)).toBeCloseTo(layout.cabinet.depth.value / 2, 9);
});

describe.each(halls)('$name', (hall) => {
  const { machine, layout } = hall;
  const inside = sightOf(propsOf(hall, { level: 'package' }));
  const { focus, opened } = inside;
  const [cabinet, board, item] = [focus.cabinet, focus.board!, focus.package!];
  const chip = [cabinet.classId, cabinet.ordinal, board.classId, board.ordinal, item.classId, item.ordinal];

  test('the package without its lid is that of the chip’s own figure', () => {
    const record = /drawing: (\S+)/.exec(readFileSync(`content/layouts/${machine.system}.yaml`, 'utf8'))![1]!;
    const drawing = packages.chips[record]?.drawing;
    expect(drawing !== undefined || !(chipIds as readonly string[]).includes(record)).toBe(true);
    if (!drawing) return;
    const x = packageRow([drawing])[0]!;
    const apart = drawPackages([{ package: drawing, x, width: () => 0 }]);
    const own = boxesOf(apart).filter(
      ({ path, index }) => path.length > 0 && path[0]!.classId === record && tones[apart.tone[index]!] !== 'wire',
    );
    const boxes = boxesOf(opened).filter(
      ({ path }) => path.length >= 3 && isAt(path.slice(0, 3), ...chip),
    );
    const substrate = boxes.find(({ path }) => path.length === 3)!;
    const foot = [substrate.centre[0], substrate.centre[1] - substrate.size[1] / 2, substrate.centre[2]] as const;
    expect(written(boxes, foot)).toEqual(written(own, [x, 0, 0]));
  });

  test('the chip on its board is as wide and as deep as its package', () => {
    const { opened: boards } = sightOf(propsOf(hall, { level: 'board' }));
    const closed = boxesOf(boards).find(
      ({ path }) => path.length === 3 && path[2]!.classId === item.classId && path[2]!.ordinal !== item.ordinal,
    )!;
    const substrate = boxesOf(opened).find(({ path }) => isAt(path, ...chip))!;
    for (const k of [0, 2]) expect(closed.size[k]).toBeCloseTo(substrate.size[k]!, 6);
  });

  test('every size that is said beside the drawing is that of the box drawn', () => {
    const wrong: string[] = [];
    const pathTo = (id: string): PartPath => {
      const { parent } = machine.classes.find((cls) => cls.id === id)!;
      return [...(parent === null ? [] : pathTo(parent)), { classId: id, ordinal: 1 }];
    };
    let compared = 0;
    for (const cls of machine.classes) {
      const said = drawnSize(layout, cls.id);
      if (!said) continue;
      const around = pathTo(cls.id).slice(0, -1);
      const level = (['hall', 'cabinet', 'board', 'package'] as const)[around.length]!;
      const { standing, opened: open, focus: at } = sightOf(propsOf(hall, { level, part: around }));
      // What stands open shows what is in it, and no size of its own.
      const isOpen = ({ path }: DrawnBox) =>
        [at.board, at.package].some(
          (step) => step?.classId === path.at(-1)!.classId && step.ordinal === path.at(-1)!.ordinal,
        );
      const box = boxesOf(level === 'hall' ? standing : open).find(
        (one) => one.path.at(-1)?.classId === cls.id && !isOpen(one),
      );
      if (!box) continue;
      compared++;
      const [width, depth, height] = said.metres;
      const joint = level === 'cabinet' && height !== null ? 0.006 : 0;
      const pairs = [[width, box.size[0], 0], [depth, box.size[2], 0], [height, box.size[1], joint]] as const; // prettier-ignore
      for (const [metres, drawn, room] of pairs)
        if (metres !== null && Math.abs(metres - room - drawn) > 1e-5)
          wrong.push(`${cls.id}: said ${metres} m, drawn ${drawn} m`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(machine.classes.length / 2);
  });

  test.each([false, true])('pulled apart: %s, dimension lines begin and end at what they measure', (explode) => {
    for (const level of ['board', 'package'] as const) {
      const { opened: open, plan, focus: at } = sightOf(propsOf(hall, { level, explode }));
      const path = level === 'board' ? chip.slice(0, 4) : chip;
      const box = boxesOf(open).find((candidate) => isAt(candidate.path, ...path))!;
      const { dimensions } = annotate(propsOf(hall, { level, explode }), plan, at);
      expect(dimensions).toHaveLength(2);
      for (const end of dimensions.flatMap(({ from, to }) => [from, to])) {
        expect(Math.abs(Math.abs(end[0] - box.centre[0]) - box.size[0] / 2)).toBeLessThan(0.001);
        expect(Math.abs(Math.abs(end[2] - box.centre[2]) - box.size[2] / 2)).toBeLessThan(0.001);
        expect(Math.abs(end[1] - box.centre[1])).toBeLessThan(0.012);
      }
    }
  });

  test.each([false, true])('pulled apart: %s, a name points at its own part and at nothing before it', (explode) => {
    const paths = [chip.slice(0, 4), chip].map((steps) =>
      Array.from({ length: steps.length / 2 }, (_, i) => ({
        classId: steps[2 * i] as string,
        ordinal: steps[2 * i + 1] as number,
      })),
    );
    for (const [k, level] of (['board', 'package'] as const).entries()) {
      const { all, camera, frame } = sightOf(propsOf(hall, { level, explode }));
      const isOwn = drawnAs(paths[k]!);
      const sight = seeBoxes(all, projector(camera, frame), frame);
      const anchors = anchorsOf(sight, (box) => isOwn(all, box));
      expect(anchors.length).toBeGreaterThan(0);
      const { eye } = cameraAxes(camera);
      const way = eye.map((value) => -value) as [number, number, number];
      for (const [x, y] of anchors) {
        const origin = pointBehind(x, y, camera, frame).map((value, i) => value + eye[i]! * 20) as [number, number, number];
        expect(pickPart([all], { origin, direction: way })?.slice(0, paths[k]!.length)).toEqual(paths[k]);
      }
    }
  });

  test.each(['hall', 'cabinet', 'board', 'package'] as const)(
    'at the level of the %s the scene holds the boxes of the drawing',
    (level) => {
      for (const frame of [{ width: 1120, height: 630 }, { width: 400, height: 400 }]) {
        const props = propsOf(hall, { level });
        const picture = createHallPicture(props, () => frame);
        const inScene = instances(picture.scene).flatMap(({ geometry }) => {
          const [centre, half] = ['boxCentre', 'boxHalf'].map((name) => geometry.getAttribute(name).array);
          return Array.from({ length: geometry.instanceCount }, (_, i) =>
            [0, 1, 2].flatMap((k) => [centre![3 * i + k]!, half![3 * i + k]!]).join(' '),
          );
        });
        picture.dispose();
        const { all } = sightOf(props, frame);
        const onPaper = Array.from({ length: all.count }, (_, i) =>
          [0, 1, 2].flatMap((k) => [all.centre[3 * i + k]!, all.half[3 * i + k]!]).join(' '),
        );
        expect(inScene.sort()).toEqual(onPaper.sort());
      }
    },
  );
});

test.each(cabinetIds)('%s: the scene of two cabinets holds the boxes of their drawing', (id) => {
  const say = (key: string) => key;
  for (const frame of [{ width: 1120, height: 630 }, { width: 400, height: 400 }]) {
    const { sheet, at, step } = rackSheet(say, racks, { left: id, right: 'gb200-nvl72', explode: "0.5", asof: 'latest' });
    const picture = createSheetPicture(sheet, frame);
    const counted = instances(picture.scene).reduce((sum, { geometry }) => sum + geometry.instanceCount, 0);
    picture.dispose();
    expect(counted).toBe(sheetSolids(sheet, frame).count);
    expect(at!(step, frame).count).toBe(counted);
  }
});

test('a height that reasons call unknown is not told beside a number of units that it holds', () => {
  for (const file of readdirSync('content/layouts')) {
    const text = readFileSync(`content/layouts/${file}`, 'utf8');
    const units = [...text.matchAll(/(\d+)[- ](?:open-rack )?units?/g)].map(([, count]) => Number(count));
    const { unit, cabinet } = hallNamed(file.replace('.yaml', '')).layout;
    expect(units.length > 0 && /height of the (?:rack|cabinet) is not published/.test(text), file).toBe(false);
    for (const count of units) expect(count * unit.value, file).toBeLessThanOrEqual(cabinet.height.value);
  }
});
