import { expect, test } from 'vitest';
import { buildSolids, type Solid } from '../../../../src/placement/solid/solids.ts';
import { aheadOf, eyeHeight, eyeLevel, sightAxes } from '../../../../src/placement/view/eyeLevel.ts';
import { paintersOrderAt } from '../../../../src/placement/view/order.ts';

const from = { x: 0, z: 0, heading: 0 };
const frame = { width: 800, height: 400 };
const view = eyeLevel(from, frame);

const boxes = (...made: readonly (readonly [centre: Solid['centre'], size: Solid['size']])[]) => {
  const solids = buildSolids(['cabinet']);
  for (const [centre, size] of made)
    solids.add({ centre, size, tone: 'cabinet', look: 'ink', owner: solids.own([]) });
  return solids.finish();
};

test('what is at the height of the eyes lies on the middle line, however far it is', () => {
  for (const z of [-1, -4, -40]) {
    const [first] = view.polygon([[0, eyeHeight, z], [1, eyeHeight, z], [1, 2, z]]); // prettier-ignore
    expect(first).toEqual([400, 200]);
    expect(view.project(0, eyeHeight, z).slice(0, 2)).toEqual([400, 200]);
  }
});

test('twice as far is half as large, and an upright stays upright', () => {
  const tall = (z: number) => {
    const [a, b] = view.polygon([[1, 0, z], [1, 2, z], [2, 2, z]]); // prettier-ignore
    expect(a![0]).toBeCloseTo(b![0]);
    return a![1] - b![1];
  };
  expect(tall(-3) / tall(-6)).toBeCloseTo(2);
});

test('from corner to corner a picture of any shape shows 82 degrees', () => {
  for (const size of [
    { width: 2200, height: 900 },
    { width: 320, height: 320 },
  ]) {
    const { project } = eyeLevel(from, size);
    const reach = Math.tan((41 * Math.PI) / 180) / Math.hypot(size.width, size.height);
    const [x, y] = project(size.width * reach, eyeHeight + size.height * reach, -1);
    expect(x).toBeCloseTo(size.width);
    expect(y).toBeCloseTo(0);
  }
});

test('the nearer, the larger the third number, and halfway along on the picture it is halfway', () => {
  const [near, far] = [view.project(1, 2, -2), view.project(3, 2, -8)];
  expect(near[2]).toBeGreaterThan(far[2]);
  // The point of the edge between them that is seen in the middle of the two.
  const t = 0.2;
  const between = view.project(1 + 2 * t, 2, -2 - 6 * t);
  expect(between[0]).toBeCloseTo((near[0] + far[0]) / 2);
  expect(between[2]).toBeCloseTo((near[2] + far[2]) / 2);
});

test('a quarter turn to the right sees along x', () => {
  const onlooker = { ...from, heading: -Math.PI / 2 };
  const [x, y] = eyeLevel(onlooker, frame).project(5, eyeHeight, 0);
  expect(x).toBeCloseTo(400);
  expect(y).toBeCloseTo(200);
  expect(sightAxes(onlooker).right[1]).toBeCloseTo(1);
});

test('what reaches behind the eye is cut off before it, and what is behind is not there', () => {
  const cut = view.polygon([[-1, 0, -5], [1, 0, -5], [1, 0, 5], [-1, 0, 5]]); // prettier-ignore
  expect(cut).toHaveLength(4);
  for (const [x, y] of cut) expect(Number.isFinite(x) && y > 200).toBe(true);
  expect(view.polygon([[0, 0, 1], [1, 0, 1], [0, 1, 1]])).toEqual([]); // prettier-ignore
});

test('boxes keep what lies ahead of them', () => {
  const long = boxes([[2, 1, 0], [1, 1, 10]], [[0, 1, 4], [1, 1, 1]], [[0, 1, -4], [1, 1, 1]]); // prettier-ignore
  const { count, centre, half } = aheadOf(long, from);
  expect(count).toBe(2);
  // Of the long one, which lies along the way, everything more than 0.3 m ahead.
  expect(centre[2]! - half[2]!).toBeCloseTo(-5);
  expect(centre[2]! + half[2]!).toBeCloseTo(-0.3);
  expect([...centre.slice(3)]).toEqual([0, 1, -4]);
});

test('the far is painted before the near, and what hangs overhead before what hides it', () => {
  const all = boxes(
    [[0, 1.1, -2], [1, 2.2, 1]],
    [[0, 1.1, -8], [1, 2.2, 1]],
    // A long tray over both, which the near one hides where they meet.
    [[0, 2.4, -6], [0.3, 0.1, 10]],
  ); // prettier-ignore
  const order = paintersOrderAt(all, from, view.project, frame);
  expect(order.indexOf(1)).toBeLessThan(order.indexOf(0));
  expect(order.indexOf(2)).toBeLessThan(order.indexOf(0));
});
