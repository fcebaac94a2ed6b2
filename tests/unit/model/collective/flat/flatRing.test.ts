import { expect, test } from 'vitest';
import type { Dimension } from '../../../../../src/model/collective/dimension.ts';
import { crossingOf } from '../../../../../src/model/collective/flat/crossing.ts';
import { flatRing, ringSteps } from '../../../../../src/model/collective/flat/flatRing.ts';

const dimension = (kind: Dimension['kind'], size: number, gb: number, ns: number): Dimension => ({
  kind,
  size,
  bandwidth: gb * 1e9,
  latency: ns * 1e-9,
});

/** Message by message: a rank sends its next block when the one before has left and the one to send has come. */
function followed(dimensions: readonly Dimension[], ranks: number, bytes: number): number {
  const { bandwidth, cross } = crossingOf(dimensions);
  const block = bytes / ranks;
  const hop = Array.from({ length: ranks }, (_, rank) => {
    let send = 0;
    const latency = cross(rank, (rank + 1) % ranks, (lane) => {
      send = Math.max(send, block / bandwidth(lane));
    });
    return { latency, send };
  });
  let ready = new Array<number>(ranks).fill(0);
  const free = new Array<number>(ranks).fill(0);
  for (let step = 0; step < ringSteps('all-reduce', ranks); step++) {
    const next = [...ready];
    hop.forEach(({ latency, send }, rank) => {
      const start = Math.max(ready[rank]!, free[rank]!);
      free[rank] = start + send;
      next[(rank + 1) % ranks] = start + latency + send;
    });
    ready = next;
  }
  return Math.max(...ready);
}

test.each([
  ['one dimension', [dimension('switch', 16, 50, 500)]],
  [
    'three unlike ones',
    [dimension('fullmesh', 8, 56, 150), dimension('switch', 4, 392, 150), dimension('switch', 4, 224, 450)],
  ],
  ['a torus', [dimension('ring', 4, 45, 1000), dimension('ring', 4, 45, 1000)]],
  ['a slow outer network', [dimension('switch', 8, 450, 300), dimension('switch', 8, 50, 1650)]],
])('a ring through %s takes what its messages take, followed one by one', (_, dimensions) => {
  const ranks = dimensions.reduce((product, { size }) => product * size, 1);
  for (const bytes of [1e3, 1e6, 1e9])
    expect(
      flatRing(dimensions, 'all-reduce', ranks, bytes).seconds / followed(dimensions, ranks, bytes),
    ).toBeCloseTo(1, 1);
});

test('a message between ranks that differ everywhere crosses every dimension', () => {
  const { cross } = crossingOf([
    dimension('fullmesh', 8, 56, 150),
    dimension('switch', 8, 392, 150),
    dimension('ring', 8, 100, 1000),
  ]);
  const lanes: number[] = [];
  const latency = cross(0, 1 + 8 + 64 * 4, (lane) => lanes.push(lane));
  expect(latency * 1e9).toBeCloseTo(150 + 2 * 150 + 4 * 1000);
  expect(new Set(lanes).size).toBe(1 + 2 + 4);
});
