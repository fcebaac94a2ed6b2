import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginOf, reachOf, spansOf, type Parts } from '../../../../src/model/channel/link.ts';
import { isLight, media } from '../../../../src/model/channel/medium.ts';

/** A board of 10 dB and a cable of 2 dB a metre at 1 GHz, both in step with the frequency. */
const parts: Parts = {
  board: (frequency) => 10 * (frequency / 1e9),
  cable: (frequency) => 2 * (frequency / 1e9),
  package: 3,
  connector: 1,
  reference: 1e9,
};
const lane = { frequency: 1e9, budget: 30 };

describe('the spans of a link', () => {
  test('one of plain cable holds both ends and the cable', () => {
    const [only, ...others] = spansOf(parts, lane, { medium: 'passive', length: 4, board: 0.2 });
    expect(others).toEqual([]);
    expect(only!.pieces.map(({ kind }) => kind)).toEqual([
      'package', 'board', 'connector', 'cable', 'connector', 'board', 'package',
    ]); // prettier-ignore
    expect(only!.loss).toBeCloseTo(2 * (3 + 2 + 1) + 8, 9);
    expect(marginOf(lane, [only!])).toBeCloseTo(10, 9);
  });

  test('an active cable has three budgets, and its worst span counts', () => {
    const spans = spansOf(parts, lane, { medium: 'active', length: 10, board: 0.2 });
    expect(spans.map(({ loss }) => loss)).toEqual([6, 22, 6]);
    expect(marginOf(lane, spans)).toBeCloseTo(8, 9);
  });

  test('light loses in its ends alone, the less the nearer it is made to the chip', () => {
    const loss = (medium: 'plug' | 'near' | 'co') =>
      30 - marginOf(lane, spansOf(parts, lane, { medium, length: 1000, board: 0.2 }));
    expect(loss('plug')).toBeCloseTo(6, 9);
    expect(loss('near')).toBeCloseTo(3.5, 9);
    expect(loss('co')).toBeCloseTo(3, 9);
  });

  test('packages and connectors lose with the frequency as the board does', () => {
    const [slow] = spansOf(parts, lane, { medium: 'passive', length: 0, board: 0 });
    const [fast] = spansOf(parts, { ...lane, frequency: 2e9 }, { medium: 'passive', length: 0, board: 0 });
    expect(fast!.loss / slow!.loss).toBeCloseTo(2, 9);
  });
});

describe('reach', () => {
  test('is where nothing of the budget is left, and none where the ends take it all', () => {
    expect(reachOf(parts, lane, 'passive', 0.2)).toBeCloseTo(9, 9);
    expect(reachOf(parts, lane, 'board', 0.2)).toBeCloseTo(2.2, 9);
    expect(reachOf(parts, lane, 'active', 0.2)).toBeCloseTo(14, 9);
    expect(reachOf(parts, lane, 'plug', 0.2)).toBe(Infinity);
    expect(reachOf(parts, { frequency: 4e9, budget: 30 }, 'passive', 0.2)).toBe(0);
    expect(reachOf(parts, { frequency: 4e9, budget: 15 }, 'plug', 0.2)).toBe(0);
  });

  test('of any link the margin there is nothing, and below it something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...media.filter((one) => !isLight(one))),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.double({ min: 1e8, max: 2e9, noNaN: true }),
        (medium, board, frequency) => {
          const one = { frequency, budget: 30 };
          const reach = reachOf(parts, one, medium, board);
          const margin = (length: number) => marginOf(one, spansOf(parts, one, { medium, length, board }));
          if (reach === 0) return expect(margin(0)).toBeLessThan(0);
          expect(margin(reach)).toBeCloseTo(0, 6);
          expect(margin(reach * 0.99)).toBeGreaterThan(-1e-9);
        },
      ),
    );
  });
});

test.each([
  [{ medium: 'passive', length: -1, board: 0 } as const, /length is -1 m/],
  [{ medium: 'plug', length: 1, board: NaN } as const, /board is NaN m/],
])('says what it cannot use', (way, message) => {
  expect(() => spansOf(parts, lane, way)).toThrow(message);
});

test('a budget of nothing is refused', () => {
  const spans = spansOf(parts, lane, { medium: 'passive', length: 1, board: 0 });
  expect(() => marginOf({ ...lane, budget: 0 }, spans)).toThrow(/budget is 0 dB/);
});
