import { describe, expect, test } from 'vitest';
import { predictCollective } from '../../../../../src/model/collective/collective.ts';
import type { Dimension } from '../../../../../src/model/collective/dimension.ts';
import type { Operation } from '../../../../../src/model/collective/operation.ts';
import { momentAt, startOf } from '../../../../../src/model/collective/playback/moment.ts';
import { playbackOf, type Plan } from '../../../../../src/model/collective/playback/playback.ts';

const dimension = (kind: Dimension['kind'], size: number, gb = 50, ns = 500): Dimension => ({
  kind,
  size,
  bandwidth: gb * 1e9,
  latency: ns * 1e-9,
});
const mesh = [
  dimension('fullmesh', 8, 56, 150),
  dimension('switch', 8, 392, 150),
  dimension('switch', 128, 224, 450),
];
const torus = [dimension('ring', 4), dimension('ring', 4), dimension('ring', 4)];
const operations = [
  'all-reduce',
  'reduce-scatter',
  'all-gather',
  'all-to-all',
  'broadcast',
  'reduce',
] as const;

const closed = (dimensions: readonly Dimension[], operation: Operation, bytes: number) =>
  predictCollective(dimensions, {
    operation,
    algorithms: [],
    bytes,
    chunks: 1,
    activeChunks: 1,
    mode: 'local-bandwidth-aware',
    switching: 'cut-through',
    truncate: false,
    level: 'closed',
  }).seconds;

describe('a collective laid out in time', () => {
  test.each(operations)('takes level by level what the closed form says: %s', (operation) => {
    for (const dimensions of [mesh, torus])
      for (const bytes of [1e3, 1e6, 1e10]) {
        const ranks = dimensions.reduce((product, { size }) => product * size, 1);
        const { seconds } = playbackOf(dimensions, { operation, plan: 'hierarchical', ranks, bytes });
        expect(seconds / closed(dimensions, operation, bytes)).toBeCloseTo(1, 9);
      }
  });

  test('a ring of 8,192 waits 16,382 times, of which a small message is nearly all', () => {
    const ring = (bytes: number) =>
      playbackOf(mesh, { operation: 'all-reduce', plan: 'ring', ranks: 8192, bytes });
    expect(ring(1e6)).toMatchObject({ waits: 16_382, steps: 16_382 });
    expect(ring(1e3).waitSeconds / ring(1e3).seconds).toBeGreaterThan(0.99);
    expect(ring(1e10).waitSeconds / ring(1e10).seconds).toBeLessThan(0.02);
  });

  test.each(['halving-doubling', 'binary-tree', 'direct'] as const)(
    'over several dimensions waits and sendings of %s add up, and never beat the narrowest link',
    (plan) => {
      const at = (bytes: number) => playbackOf(torus, { operation: 'all-reduce', plan, ranks: 64, bytes });
      const [small, large] = [at(1), at(1e9)];
      expect(small.waitSeconds).toBeCloseTo(large.waitSeconds, 12);
      // Every rank has to hear of the others at least its whole buffer once.
      expect(large.seconds).toBeGreaterThan(1e9 / (6 * 50e9));
      for (const { seconds, waitSeconds, linkBytes } of large.stretches) {
        expect(seconds).toBeGreaterThanOrEqual(waitSeconds);
        expect(linkBytes).toBeGreaterThan(0);
      }
    },
  );

  test('a profile of one dimension is its closed form', () => {
    const switched = [dimension('switch', 64), dimension('switch', 1)];
    const one = playbackOf(switched, {
      operation: 'all-reduce',
      plan: 'halving-doubling',
      ranks: 64,
      bytes: 1e6,
    });
    const split = playbackOf([dimension('switch', 8), dimension('switch', 8)], {
      operation: 'all-reduce',
      plan: 'halving-doubling',
      ranks: 64,
      bytes: 1e6,
    });
    expect(split.seconds / one.seconds).toBeCloseTo(1, 9);
  });

  test('a single rank has all it needs', () => {
    for (const plan of ['hierarchical', 'ring', 'halving-doubling', 'binary-tree', 'direct'] satisfies Plan[])
      expect(playbackOf(mesh, { operation: 'all-reduce', plan, ranks: 1, bytes: 1e6 })).toMatchObject({
        seconds: 0,
        steps: 0,
        stretches: [],
      });
  });

  test.each([
    ['ranks is 0', { ranks: 0 }],
    ['ranks is 8193', { ranks: 8193 }],
    [
      'ranks is 100: allowed level by level are 1 to 8, multiples of 8 to 64, multiples of 64 to 8192',
      { ranks: 100 },
    ],
    ['ranks is 1024 with algorithm direct, 1047552 messages', { plan: 'direct' as const, ranks: 1024 }],
    ['algorithm is in-network', { plan: 'in-network' as const, ranks: 64 }],
    [
      'algorithm is binary-tree: allowed for all-to-all are',
      { plan: 'binary-tree' as const, operation: 'all-to-all' as const },
    ],
    ['bytes', { bytes: 0 }],
    ['bytes', { bytes: Number.NaN, plan: 'ring' as const }],
  ])('refuses what cannot be, naming it: %s', (message, changed) => {
    const request = {
      operation: 'all-reduce' as const,
      plan: 'hierarchical' as Plan,
      ranks: 64,
      bytes: 1e6,
      ...changed,
    };
    expect(() => playbackOf(mesh, request)).toThrow(message);
  });

  test('no number of ranks gives anything but a time', () => {
    for (let ranks = 1; ranks <= 64; ranks++)
      for (const plan of ['ring', 'halving-doubling', 'binary-tree', 'direct'] satisfies Plan[])
        for (const operation of ['all-reduce', 'reduce'] as const) {
          if (plan === 'halving-doubling' && operation === 'reduce') continue;
          const { seconds, waitSeconds } = playbackOf(torus, { operation, plan, ranks, bytes: 1e3 });
          expect(Number.isFinite(seconds) && seconds >= 0 && waitSeconds <= seconds * (1 + 1e-9)).toBe(true);
        }
  });
});

describe('a moment', () => {
  const playback = playbackOf(mesh, {
    operation: 'all-reduce',
    plan: 'hierarchical',
    ranks: 8192,
    bytes: 1e6,
  });

  test('every step is found at its beginning and in its middle', () => {
    for (let step = 0; step < playback.steps; step++) {
      const [from, to] = [startOf(playback, step), startOf(playback, step + 1)];
      expect(momentAt(playback, from)).toMatchObject({ step, share: 0 });
      const middle = momentAt(playback, (from + to) / 2)!;
      expect(middle.step).toBe(step);
      expect(middle.share).toBeCloseTo(0.5, 4);
    }
    expect(momentAt(playback, playback.seconds)).toBeNull();
  });

  test('the last of many steps too', () => {
    const ring = playbackOf(mesh, { operation: 'all-reduce', plan: 'ring', ranks: 8192, bytes: 1e6 });
    for (const step of [0, 1, 8190, 8191, 16_381])
      expect(momentAt(ring, startOf(ring, step))?.step).toBe(step);
  });
});
