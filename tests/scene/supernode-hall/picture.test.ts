import { describe, expect, test } from 'vitest';
import type { Mesh, ShaderMaterial } from 'three';
import { tones } from '../../../src/encoding/tone.ts';
import { readPartPath } from '../../../src/model/hardware/partPath.ts';
import { drawHall } from '../../../src/placement/hall/drawing.ts';
import type { HallProps } from '../../../src/placement/hall/hallProps.ts';
import { mixPose, poseAt } from '../../../src/placement/solid/pose.ts';
import { aheadOf } from '../../../src/placement/view/eyeLevel.ts';
import { walkHall } from '../../../src/placement/walk/walkHall.ts';
import { joinSolids, looks } from '../../../src/placement/solid/solids.ts';
import { createHallPicture, type HallPicture } from '../../../src/scene/supernode-hall/picture.ts';
import { hallNamed, halls, propsOf, sights, viewOf } from '../../unit/placement/recordedHalls.ts';
import { drawables, frameCost, instances, palette, watchDisposal } from '../sceneGraph.ts';

const ghost = looks.indexOf('ghost');
const solidsOf = (props: HallProps) => {
  const { plan, focus } = viewOf(props);
  const { standing, opened } = drawHall(props, plan, focus, Infinity);
  return joinSolids([standing, opened]);
};
const countOf = ({ scene }: HallPicture, outlineOnly: boolean) =>
  instances(scene)
    .filter((layer) => layer.outlineOnly === outlineOnly)
    .reduce((sum, { geometry }) => sum + geometry.instanceCount, 0);
/** Every instance as its centre, half size and look, in no order. */
const boxesIn = ({ scene }: HallPicture) =>
  instances(scene)
    .flatMap(({ geometry }) =>
      Array.from({ length: geometry.instanceCount }, (_, i) => {
        const part = (name: string, size: number, take: number) => [
          ...geometry.getAttribute(name).array.slice(size * i, size * i + take),
        ];
        return [...part('boxCentre', 3, 3), ...part('boxHalf', 3, 3), ...part('boxStyle', 4, 3)].join(' ');
      }),
    )
    .sort();

describe.each(sights)('$name at the level of the $level', (hall) => {
  const states = [{}, { xray: true }, { explode: true }].map((changed) =>
    propsOf(hall, { level: hall.level, ...changed }),
  );

  test('has an instance for every box, filled or outlined', () => {
    for (const props of states) {
      const solids = solidsOf(props);
      const outlines = solids.look.filter((look) => look === ghost).length;
      const picture = createHallPicture(props);
      expect(countOf(picture, true)).toBe(outlines);
      expect(countOf(picture, false)).toBe(solids.count - outlines);
      picture.dispose();
    }
  });

  test('keeps the budget of a frame', () => {
    const largest = hall.machine.classes.find(({ kind }) => kind === 'processor')!.total > 8000;
    for (const props of states) {
      const picture = createHallPicture(props);
      const { draws, triangles } = frameCost(picture.scene);
      expect(draws).toBeLessThanOrEqual(25);
      expect(triangles).toBeLessThanOrEqual(largest ? 150_000 : 60_000);
      picture.dispose();
    }
  });

  test('gives everything back', () => {
    const picture = createHallPicture(states[0]!);
    const disposed = watchDisposal(picture.scene);
    picture.dispose();
    expect(disposed().length).toBeGreaterThan(8);
    expect(disposed().filter((times) => times === 0)).toEqual([]);
  });
});

describe('moving from one state to another', () => {
  test('leaves nothing of the machine before', () => {
    const order = [...halls, ...[...halls].reverse()];
    const picture = createHallPicture(propsOf(order[0]!));
    for (const hall of order) {
      for (const level of ['hall', 'board'] as const) {
        picture.show(propsOf(hall, { level }));
        const fresh = createHallPicture(propsOf(hall, { level }));
        expect(boxesIn(picture)).toEqual(boxesIn(fresh));
        expect(JSON.stringify(picture.annotations())).toBe(JSON.stringify(fresh.annotations()));
        fresh.dispose();
      }
    }
    const disposed = watchDisposal(picture.scene);
    picture.dispose();
    expect(disposed().every((times) => times > 0)).toBe(true);
  });

  test('gives buffers back before larger ones take their place', () => {
    // three draws no more instances than it first met until a geometry is disposed of.
    const [small, large] = [hallNamed('atlas-950-superpod-1024'), hallNamed('atlas-960-superpod-15488')];
    const picture = createHallPicture(propsOf(small));
    const layers = instances(picture.scene).map(({ geometry }) => {
      const met = { geometry, most: geometry.getAttribute('boxCentre').count };
      geometry.addEventListener('dispose', () => (met.most = Infinity));
      return met;
    });
    picture.show(propsOf(large));
    for (const { geometry, most } of layers) expect(geometry.instanceCount).toBeLessThanOrEqual(most);
  });

  test('a pose on the way is drawn, and the last is the state’s own', () => {
    const hall = hallNamed('atlas-900-a3-superpod');
    const [from, to] = [propsOf(hall, { level: 'row' }), propsOf(hall, { level: 'board' })];
    const [start, end] = [poseAt('row', false), poseAt('board', false)];
    const picture = createHallPicture(from);
    picture.show(to, start);
    for (const t of [0.2, 0.4, 0.6, 0.8, 1]) {
      picture.pose(mixPose(start, end, t));
      for (const { geometry } of instances(picture.scene))
        expect([...geometry.getAttribute('boxCentre').array].every(Number.isFinite)).toBe(true);
    }
    expect(boxesIn(picture)).toEqual(boxesIn(createHallPicture(to)));
  });

  test('what is around fades to outlines half way in, and not before', () => {
    const props = propsOf(hallNamed('atlas-950-superpod-1024'), { level: 'cabinet' });
    const picture = createHallPicture(props);
    const [out, inside] = [poseAt('row', false), poseAt('cabinet', false)];
    picture.pose(mixPose(out, inside, 0.4));
    const before = countOf(picture, true);
    picture.pose(mixPose(out, inside, 0.6));
    expect(before).toBe(0);
    // Its neighbours in the row alone: outlines of a whole hall would lie under every word.
    expect(countOf(picture, true)).toBe(2);
  });
});

/** Owners of the instances that stand out, and whether the rest steps back. */
function standingOut({ scene }: HallPicture) {
  const layers = drawables(scene).filter(({ material }) => 'uniforms' in material);
  const back = new Set(
    layers.map(
      (layer) => (layer as Mesh<never, ShaderMaterial>).material.uniforms['anyPicked']!.value as number,
    ),
  );
  const count = instances(scene).reduce((sum, { geometry }) => {
    const style = geometry.getAttribute('boxStyle').array;
    return (
      sum + Array.from({ length: geometry.instanceCount }, (_, i) => style[4 * i + 3]!).filter(Boolean).length
    );
  }, 0);
  return { count, back: back.has(1) };
}

describe('what is picked stands out', () => {
  const hall = hallNamed('atlas-950-superpod-1024');
  const at = (level: HallProps['level'], part: string) =>
    propsOf(hall, { level, part: readPartPath(hall.machine, part) });

  test.each([
    ['hall', 'compute-cabinet.3/compute-board.2'],
    ['cabinet', 'compute-cabinet.3/compute-board.2'],
    ['cabinet', 'compute-cabinet.3/compute-board'],
    ['board', 'compute-cabinet.3/compute-board.2/npu.5'],
    ['package', 'compute-cabinet.3/compute-board.2/npu.5/memory-stack'],
  ] as const)('at the level of the %s: %s, and all that is in it', (level, part) => {
    const props = at(level, part);
    const solids = solidsOf(props);
    const inPart = [...solids.owner].filter((owner) =>
      props.part.every(({ classId, ordinal }, i) => {
        const step = solids.owners[owner]![i];
        return step?.classId === classId && (ordinal === null || ordinal === step.ordinal);
      }),
    );
    expect(inPart.length).toBeGreaterThan(0);
    expect(standingOut(createHallPicture(props))).toEqual({ count: inPart.length, back: true });
  });

  test('and steps back when nothing is picked', () => {
    const picture = createHallPicture(at('cabinet', 'compute-cabinet.3/compute-board.2'));
    picture.show(at('cabinet', 'compute-cabinet.3'));
    expect(standingOut(picture)).toEqual({ count: 0, back: false });
    picture.show(propsOf(hall));
    expect(standingOut(picture)).toEqual({ count: 0, back: false });
  });
});

test('colours are those of the palette, by tone and face', () => {
  const picture = createHallPicture(propsOf(hallNamed('gb200-nvl72')));
  picture.paint(palette);
  for (const layer of drawables(picture.scene)) {
    if (!('uniforms' in layer.material)) continue;
    const { uniforms } = layer.material as ShaderMaterial;
    const fills = uniforms['fills']!.value as { toArray(): number[] }[];
    expect(fills).toHaveLength(3 * tones.length);
    fills.forEach((fill, i) => expect(fill.toArray()).toEqual([...palette.fills[i]!]));
    const paper = uniforms['paper']!.value as { toArray(): number[] };
    expect(paper.toArray()).toEqual([...palette.paper]);
  }
});

/** Groups of the body and the contour of every person. */
const people = ({ scene }: HallPicture) => scene.children.at(-1)!.children;

test('the person stands where there is room for one, and turns to whoever looks', () => {
  const hall = hallNamed('atlas-900-a3-superpod');
  const picture = createHallPicture(propsOf(hall));
  const [person, ...others] = people(picture);
  expect(others).toEqual([]);
  expect(person!.position.toArray()).toEqual([...picture.annotations().person!]);
  picture.face(0.7);
  expect(person!.rotation.y).toBe(0.7);
  picture.show(propsOf(hall, { level: 'board' }));
  expect(people(picture)).toEqual([]);
});

describe.each(halls)('on foot in $name', (hall) => {
  const props = propsOf(hall, { view: 'walk' });
  const where = walkHall(props);

  test('everything of the drawing on paper is there', () => {
    const picture = createHallPicture(props);
    const ahead = aheadOf(picture.solids(), where.onlooker);
    expect(ahead.count).toBe(where.solids.count);
    expect(people(picture)).toHaveLength(1 + picture.annotations().others!.length);
  });

  test('keeps the budget of a frame wherever one walks', () => {
    const largest = hall.machine.classes.find(({ kind }) => kind === 'processor')!.total > 8000;
    const picture = createHallPicture(props);
    for (const step of [0, 4, 9, 15]) {
      picture.walk({ ...where.onlooker, x: where.onlooker.x + step });
      const { draws, triangles } = frameCost(picture.scene);
      expect(draws).toBeLessThanOrEqual(25);
      expect(triangles).toBeLessThanOrEqual(largest ? 150_000 : 60_000);
    }
  });

  test('detail is where one stands', () => {
    const picture = createHallPicture(props);
    const detailAround = (x: number) => {
      const { count, centre, half } = picture.solids();
      let found = 0;
      for (let i = 0; i < count; i++) if (half[3 * i]! < 0.01 && Math.abs(centre[3 * i]! - x) < 2) found++;
      return found;
    };
    const far = picture.plan.bounds[2] - 2;
    const before = detailAround(far);
    picture.walk({ ...where.onlooker, x: far });
    if (far - where.onlooker.x > 9) expect(detailAround(far)).toBeGreaterThan(before);
    picture.walk(where.onlooker);
    expect(detailAround(far)).toBe(before);
  });
});
