import { expect, test } from 'vitest';
import { buildSolids } from '../../../../src/placement/solid/solids.ts';
import { eyeLevel, farthestFirst } from '../../../../src/placement/view/eyeLevel.ts';

const from = { x: 0, z: 0, heading: 0, eyes: 1.6 };
const frame = { width: 800, height: 400 };
const view = eyeLevel(from, frame, Math.PI / 2);

test('what is at the height of the eyes lies on the middle line, however far it is', () => {
  for (const z of [-1, -4, -40]) {
    const [first] = view.polygon([[0, 1.6, z], [1, 1.6, z], [1, 2, z]]); // prettier-ignore
    expect(first).toEqual([400, 200]);
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

test('a quarter turn to the right sees along x', () => {
  const turned = eyeLevel({ ...from, heading: -Math.PI / 2 }, frame, Math.PI / 2);
  expect(turned.polygon([[5, 1.6, 0], [5, 1.6, 1], [5, 2, 1]])[0]).toEqual([400, 200]); // prettier-ignore
  expect(turned.right[1]).toBeCloseTo(1);
});

test('what reaches behind the eye is cut off before it, and what is behind is not there', () => {
  const cut = view.polygon([[-1, 0, -5], [1, 0, -5], [1, 0, 5], [-1, 0, 5]]); // prettier-ignore
  expect(cut).toHaveLength(4);
  for (const [x, y] of cut) expect(Number.isFinite(x) && y > 200).toBe(true);
  expect(view.polygon([[0, 0, 1], [1, 0, 1], [0, 1, 1]])).toEqual([]); // prettier-ignore
});

test('the far is painted before the near, and what hangs overhead before both', () => {
  const solids = buildSolids(['cabinet']);
  const owner = solids.own([]);
  const add = (z: number, y: number) =>
    solids.add({ centre: [0, y, z], size: [1, 1, 1], tone: 'cabinet', look: 'ink', owner });
  add(-2, 1);
  add(-8, 1);
  add(-1, 3);
  expect(farthestFirst(solids.finish(), from, 2.2)).toEqual([[2], [1], [0]]);
});
