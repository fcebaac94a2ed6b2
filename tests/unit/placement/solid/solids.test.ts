import { expect, test } from 'vitest';
import { buildSolids, joinSolids, looks } from '../../../../src/placement/solid/solids.ts';

const tones = ['board', 'processor'];
const path = (ordinal: number) => [{ classId: 'rack', ordinal }];
const unit = { centre: [1, 2, 3], size: [0.5, 1, 2], tone: 'board', look: 'ink' } as const;

function twoGroups() {
  const solids = buildSolids(tones);
  const [first, second] = [solids.own(path(1)), solids.own(path(2))];
  solids.add({ ...unit, owner: first });
  solids.together(() => {
    solids.add({ ...unit, tone: 'processor', look: 'ghost', owner: second, yaw: 0.5 });
    solids.add({ ...unit, owner: first });
  });
  return solids.finish();
}

test('boxes are packed with half sizes, tones, looks and owners', () => {
  const packed = twoGroups();
  expect(packed.count).toBe(3);
  expect([...packed.centre.slice(0, 3)]).toEqual([1, 2, 3]);
  expect([...packed.half.slice(3, 6)]).toEqual([0.25, 0.5, 1]);
  expect([...packed.yaw]).toEqual([0, 0.5, 0]);
  expect([...packed.tone]).toEqual([0, 1, 0]);
  expect([...packed.look].map((index) => looks[index])).toEqual(['ink', 'ghost', 'ink']);
  expect([...packed.owner].map((index) => packed.owners[index])).toEqual([path(1), path(2), path(1)]);
  expect([...packed.group]).toEqual([0, 1, 1]);
});

test('sets join in order, and every box keeps its owner and its group', () => {
  const joined = joinSolids([twoGroups(), twoGroups()]);
  expect(joined.count).toBe(6);
  expect([...joined.owner].map((index) => joined.owners[index])).toEqual(
    [1, 2, 1, 1, 2, 1].map((ordinal) => path(ordinal)),
  );
  expect([...joined.group]).toEqual([0, 1, 1, 2, 3, 3]);
  expect(joinSolids([]).count).toBe(0);
});
