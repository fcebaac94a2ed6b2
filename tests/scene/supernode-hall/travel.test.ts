import { describe, expect, test } from 'vitest';
import { levels } from '../../../src/model/hardware/machine.ts';
import { projector } from '../../../src/placement/view/camera.ts';
import type { HallProps } from '../../../src/placement/hall/hallProps.ts';
import { poseAt } from '../../../src/placement/solid/pose.ts';
import { createHallPicture } from '../../../src/scene/supernode-hall/picture.ts';
import { createHallTravel } from '../../../src/scene/supernode-hall/travel.ts';
import { createRig } from '../../../src/scene/stage/rig.ts';
import { hallNamed, halls, propsOf, viewOf } from '../../unit/placement/recordedHalls.ts';

const frame = { width: 1120, height: 630 };
const hall = hallNamed('atlas-950-superpod-1024');
const at = (level: HallProps['level'], changed: Partial<HallProps> = {}) =>
  propsOf(hall, { level, ...changed });

/** A reader before a hall: what is seen, and where one looks from. */
function before(props: HallProps) {
  const picture = createHallPicture(props);
  const travel = createHallTravel(picture, props, () => frame);
  const rig = createRig();
  const go = (next: HallProps, from: HallProps, atOnce = false) => {
    picture.show(next);
    return travel.go(next, from, atOnce);
  };
  /** Pixels of some points of the hall, as they are seen now. */
  const seen = () => {
    travel.aim(rig, frame);
    return points.map((point) => [...rig.project(...point)].slice(0, 2));
  };
  return { picture, travel, go, seen };
}
const points: readonly (readonly [number, number, number])[] = [[0, 0, 0], [2, 1, -1], [-3, 2, 2]]; // prettier-ignore
const expected = (props: HallProps) => {
  const project = projector(viewOf(props, frame).camera, frame);
  return points.map((point) => [...project(...point)].slice(0, 2));
};
function expectSame(seen: number[][], wanted: number[][], scale = 1) {
  seen.forEach((pixel, i) =>
    pixel.forEach((value, k) => expect(Math.abs(value - wanted[i]![k]!) / scale).toBeLessThan(1e-3)),
  );
}

const ways = levels.flatMap((from) => levels.filter((to) => to !== from).map((to) => [from, to] as const));

test.each(ways)('a flight from the %s to the %s ends exactly there', (from, to) => {
  const { travel, go, seen } = before(at(from));
  expect(go(at(to), at(from))).toEqual(poseAt(from, false));
  expect(travel.flying).toBe(true);
  let last = null;
  for (let n = 0; travel.flying && n < 500; n++) last = travel.advance(1 / 60);
  expect(travel.flying).toBe(false);
  expect(last).toEqual(poseAt(to, false));
  expect(travel.advance(1 / 60)).toBeNull();
  const { height } = viewOf(at(to), frame).camera;
  expect(travel.height / height).toBeCloseTo(1, 9);
  expectSame(seen(), expected(at(to)), frame.height / height);
});

test.each(ways)('asked to be there at once, from the %s to the %s, it does not fly', (from, to) => {
  const { travel, go, seen } = before(at(from));
  expect(go(at(to), at(from), true)).toEqual(poseAt(to, false));
  expect(travel.flying).toBe(false);
  expect(travel.advance(1 / 60)).toBeNull();
  expectSame(seen(), expected(at(to)), frame.height / viewOf(at(to), frame).camera.height);
});

test('every machine is met at its own viewpoint, and none is flown to from another', () => {
  const { travel, go, seen } = before(at('hall'));
  let from = at('hall');
  for (const standing of halls.slice(2)) {
    const next = propsOf(standing);
    go(next, from);
    expect(travel.flying).toBe(false);
    expectSame(seen(), expected(next), 10);
    from = next;
  }
});

test('a flight that is turned away from half way flies on from where it is', () => {
  const { travel, go, seen } = before(at('hall'));
  go(at('cabinet'), at('hall'));
  travel.advance(0.5);
  const half = seen();
  go(at('row'), at('cabinet'));
  expectSame(seen(), half);
  while (travel.flying) travel.advance(0.1);
  expectSame(seen(), expected(at('row')), 10);
});

describe('a hand on the camera', () => {
  test('takes it from a flight, while doors and boards go on to where they belong', () => {
    const { travel, go, seen } = before(at('hall'));
    go(at('cabinet'), at('hall'));
    travel.advance(0.4);
    travel.orbit(0.3, 0);
    const held = seen();
    let pose = null;
    while (travel.flying) pose = travel.advance(0.1);
    expectSame(seen(), held);
    expect(pose).toEqual(poseAt('cabinet', false));
  });

  test('turns about what is looked at, no farther than level and straight down', () => {
    const { travel, seen } = before(at('hall'));
    travel.orbit(0, 10);
    const [, up] = [seen(), seen()];
    travel.orbit(0, 5);
    expectSame(seen(), up);
    travel.orbit(0, -20);
    // Level: points of the floor lie on one line.
    const rig = createRig();
    travel.aim(rig, frame);
    expect(rig.project(3, 0, 4)[1]).toBeCloseTo(rig.project(-2, 0, -7)[1], 6);
  });

  test('moves the picture by the metres it is moved, and zooms about the middle', () => {
    const { travel, seen } = before(at('hall'));
    const [start, scale] = [seen(), frame.height / travel.height];
    travel.pan(1.5, -0.5);
    expectSame(
      seen(),
      start.map(([x, y]) => [x! - 1.5 * scale, y! - 0.5 * scale]),
    );
    const panned = seen();
    travel.zoom(2);
    const middle = [frame.width / 2, frame.height / 2];
    expectSame(
      seen(),
      panned.map((pixel) => pixel.map((value, k) => middle[k]! + 2 * (value - middle[k]!))),
    );
  });

  test('zooms neither into a die nor out of the hall’s sight', () => {
    const { travel } = before(at('hall'));
    travel.zoom(1e9);
    expect(travel.height).toBeCloseTo(0.03, 9);
    travel.zoom(1e-12);
    expect(travel.height).toBeGreaterThan(20);
    expect(travel.height).toBeLessThan(200);
  });

  test.each([true, false])('goes back to the named view (at once: %s)', (atOnce) => {
    const { travel, seen } = before(at('row', { view: 'front' }));
    travel.orbit(1, 0.5);
    travel.zoom(3);
    travel.pan(2, 2);
    travel.reset(atOnce);
    expect(travel.flying).toBe(!atOnce);
    while (travel.flying) travel.advance(0.1);
    expectSame(seen(), expected(at('row', { view: 'front' })), 10);
  });

  test('back to the named view in the middle of a flight, everything ends where it belongs', () => {
    const { travel, go } = before(at('hall'));
    go(at('board'), at('hall'));
    travel.advance(0.3);
    travel.reset(false);
    let pose = null;
    while (travel.flying) pose = travel.advance(0.1);
    expect(pose).toEqual(poseAt('board', false));
  });
});

describe('on foot', () => {
  const walking = at('hall', { view: 'walk' });

  test('one is there at once, clear of every cabinet, with cabinets in sight', () => {
    for (const standing of halls) {
      const props = propsOf(standing, { view: 'walk' });
      const { picture, travel } = before(props);
      const rig = createRig();
      travel.aim(rig, frame);
      const { elements } = rig.camera.matrixWorld;
      const [x, y, z] = [elements[12]!, elements[13]!, elements[14]!];
      expect(y).toBeCloseTo(1.62, 9);
      const { width, depth } = standing.layout.cabinet;
      const inside = picture.plan.cabinets.filter(
        (cabinet) => Math.abs(cabinet.x - x) < width.value / 2 && Math.abs(cabinet.z - z) < depth.value / 2,
      );
      expect(inside).toEqual([]);
      const insight = picture.plan.cabinets.filter((cabinet) => {
        const [px, py] = rig.project(cabinet.x, 1, cabinet.z);
        return px > 0 && px < frame.width && py > 0 && py < frame.height;
      });
      expect(insight.length, standing.name).toBeGreaterThan(0);
    }
  });

  test('a step forwards is a metre the way one looks, and a turn turns', () => {
    const { travel } = before(walking);
    const rig = createRig();
    const stand = () => {
      const yaw = travel.aim(rig, frame);
      const { elements } = rig.camera.matrixWorld;
      return { x: elements[12]!, z: elements[14]!, yaw };
    };
    const first = stand();
    travel.walk(1, 0);
    const then = stand();
    expect(Math.hypot(then.x - first.x, then.z - first.z)).toBeCloseTo(1, 9);
    expect((then.x - first.x) * Math.sin(first.yaw) + (then.z - first.z) * Math.cos(first.yaw)).toBeCloseTo(
      -1,
      9,
    );
    travel.walk(0, 0.4);
    expect(stand().yaw - then.yaw).toBeCloseTo(0.4, 9);
  });

  test('one is never flown in or out', () => {
    const { travel, go } = before(at('hall'));
    go(walking, at('hall'));
    expect(travel.flying).toBe(false);
    go(at('hall'), walking);
    expect(travel.flying).toBe(false);
  });
});
