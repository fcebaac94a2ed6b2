import { expect, test } from 'vitest';
import type { Dimension } from '../../../../src/model/collective/dimension.ts';
import { playbackOf } from '../../../../src/model/collective/playback/playback.ts';
import { levelLoads, levelSpokes } from '../../../../src/placement/wheel/spokes.ts';
import { drawnFor, memberAt, mostDrawn, placeTower, rankAt } from '../../../../src/placement/wheel/wheel.ts';

const level = (kind: Dimension['kind'], size: number) => ({
  kind,
  size,
  bandwidth: 1e9,
  latency: 1e-6,
  medium: 'copper' as const,
  lightEvery: 0,
});

test('ranks stand on a circle, and a large group is drawn by as many as there is room for', () => {
  const [wheel] = placeTower([{ size: 8192, hub: false }], [3, 1]).wheels;
  expect(wheel!.drawn).toBe(mostDrawn);
  for (let index = 0; index < wheel!.drawn; index++) {
    const [x, y, z] = memberAt(wheel!, index);
    expect(Math.hypot(x - 3, z - 1)).toBeCloseTo(wheel!.radius);
    expect(y).toBe(0);
    expect(drawnFor(wheel!, rankAt(wheel!, index))).toBe(index);
  }
});

test('the innermost level is on top, none in another', () => {
  const { wheels } = placeTower(
    [
      { size: 8, hub: false },
      { size: 8, hub: true },
      { size: 128, hub: true },
    ],
    [0, 0],
  );
  expect(wheels[0]!.centre[1]).toBeGreaterThan(wheels[1]!.hub![1]);
  expect(wheels[1]!.centre[1]).toBeGreaterThan(wheels[2]!.hub![1]);
});

test.each([
  ['a full mesh, everyone to everyone', level('fullmesh', 8), 'direct' as const, 28, 125],
  ['a switch, everyone to everyone', level('switch', 8), 'direct' as const, 8, 875],
  ['a ring', level('ring', 8), 'ring' as const, 8, 125],
])('the links of %s carry what the schedule sends over them', (_, one, plan, count, bytes) => {
  const { phases } = playbackOf([one], { operation: 'all-reduce', plan, ranks: 8, bytes: 1000 });
  const [wheel] = placeTower([{ size: 8, hub: one.kind === 'switch' }], [0, 0]).wheels;
  const spokes = levelSpokes(wheel!, one, levelLoads(one, phases[0]!, 0));
  expect(spokes).toHaveLength(count);
  for (const spoke of spokes) expect(spoke.bytes).toBeCloseTo(bytes);
});

test('in a step of halving and doubling on a mesh only the links between partners carry anything', () => {
  const one = level('fullmesh', 8);
  const { phases } = playbackOf([one], {
    operation: 'all-reduce',
    plan: 'halving-doubling',
    ranks: 8,
    bytes: 800,
  });
  const [wheel] = placeTower([{ size: 8, hub: false }], [0, 0]).wheels;
  const busy = levelSpokes(wheel!, one, levelLoads(one, phases[0]!, 0)).filter(({ bytes }) => bytes > 0);
  expect(busy).toHaveLength(4);
  for (const { bytes } of busy) expect(bytes).toBe(400);
});
