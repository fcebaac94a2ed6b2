import { describe, expect, it } from 'vitest';
import { failureBudget } from '../../../../src/model/failure/budget.ts';
import { simulateBudget } from '../../../../src/model/failure/estimate.ts';
import type { PartClass } from '../../../../src/model/failure/part.ts';

const chips = (spares: number): PartClass => ({
  id: 'chip',
  units: 8192,
  partsPerUnit: 1,
  ratePerHour: 1.26e-5,
  redundancy: spares > 0 ? { groups: 128, spares, missing: 0, switchoverHours: 13 / 60 } : null,
});
const modules = (missing: number): PartClass => ({
  id: 'module',
  units: 32_768,
  partsPerUnit: 2,
  ratePerHour: 1e-6,
  redundancy: missing > 0 ? { groups: 128, spares: 0, missing, switchoverHours: 0 } : null,
});
const repair = { repairHours: 1.25, exchangeHours: 24 };
const slow = { repairHours: 30, exchangeHours: 500 };

const machines: Readonly<Record<string, readonly PartClass[]>> = {
  'nothing borne': [chips(0), modules(0)],
  'one spare': [chips(1), modules(0)],
  'retry alone': [chips(0), modules(1)],
  both: [chips(1), modules(2)],
  'many spares': [chips(4), modules(8)],
  'stops too rare to be seen': [modules(4)],
};

describe.each(Object.entries(machines))('%s', (_, classes) => {
  it.each([1, 2, 3, 5, 8, 13, 21])('meets the exact answer within its own error, seed %i', (seed) => {
    for (const times of [repair, slow]) {
      const exact = failureBudget(classes, times);
      const chance = simulateBudget(classes, times, seed, 10_000)!;
      for (const name of ['availability', 'failuresPerYear', 'stopsPerYear'] as const) {
        const { value, error } = chance[name];
        expect(Math.abs(value - exact[name])).toBeLessThanOrEqual(error);
        // An error that says something.
        if (name !== 'stopsPerYear') expect(error).toBeLessThan(0.25 * Math.max(value, 1 - value));
      }
    }
  });
});

describe('simulateBudget', () => {
  it('gives as its error four of its own standard errors, no fewer and no more', () => {
    const classes = [chips(0), modules(0)];
    const exact = failureBudget(classes, repair).availability;
    const missed = Array.from({ length: 400 }, (_, seed) => {
      const { value, error } = simulateBudget(classes, repair, seed, 2000)!.availability;
      // Two of them: one estimate in twenty.
      return Math.abs(value - exact) > error / 2;
    }).filter(Boolean).length;
    expect(missed).toBeGreaterThan(8);
    expect(missed).toBeLessThan(40);
  });

  it('is the same for the same seed, and another for another', () => {
    const play = (seed: number) => simulateBudget([chips(1)], repair, seed, 2000);
    expect(play(7)).toEqual(play(7));
    expect(play(7)).not.toEqual(play(8));
  });

  it('has nothing to play where nothing fails', () => {
    expect(simulateBudget([{ ...chips(0), ratePerHour: null }], repair, 1)).toBeNull();
  });
});
