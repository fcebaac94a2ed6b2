import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureBudget } from '../../../../src/model/failure/budget.ts';
import type { PartClass } from '../../../../src/model/failure/part.ts';
import { renewalAvailability } from '../../../../src/model/failure/rate.ts';

const repair = { repairHours: 1.25, exchangeHours: 24 };
const part = (units: number, ratePerHour: number | null, more: Partial<PartClass> = {}): PartClass => ({
  id: 'part',
  units,
  partsPerUnit: 1,
  ratePerHour,
  redundancy: null,
  ...more,
});
const spared = (spares: number, switchoverHours = 0, groups = 1): PartClass['redundancy'] => ({
  groups,
  spares,
  missing: 0,
  switchoverHours,
});

describe('failureBudget', () => {
  it('divides the life of one part by how many there are', () => {
    // One in a million hours, a hundred thousand of them: every ten hours.
    expect(failureBudget([part(100_000, 1e-6)], repair).firstFailureHours).toBeCloseTo(10, 9);
  });

  it('adds the rates of all kinds, and leaves out what nobody knows', () => {
    const all = [part(100, 1e-4, { id: 'a' }), part(50, 2e-4, { id: 'b' }), part(1e6, null, { id: 'c' })];
    const { firstFailureHours, classes } = failureBudget(all, repair);
    expect(firstFailureHours).toBeCloseTo(50, 9);
    expect(classes[2]).toMatchObject({ firstFailureHours: null, failuresPerHour: 0, parts: 1e6 });
  });

  it('is the renewal formula where nothing is borne', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 1e6, noNaN: true }), (meanUp) => {
        const { availability } = failureBudget([part(1, 1 / meanUp)], repair);
        expect(availability).toBeCloseTo(renewalAvailability(meanUp, 1.25), 12);
      }),
    );
  });

  it('follows the two-state chain of a group with one spare by hand', () => {
    // 64 + 1 at λ, exchanged at μ: P(one waits) = 65 λ/μ ÷ (1 + 65 λ/μ).
    const [λ, μ] = [1e-4, 1 / 24];
    const load = (65 * λ) / μ;
    const waits = load / (1 + load);
    const { classes, availability } = failureBudget([part(64, λ, { redundancy: spared(1, 0.25) })], repair);
    const [one] = classes;
    expect(one!.parts).toBe(65);
    expect(one!.stopsPerHour).toBeCloseTo(64 * λ * waits, 12);
    expect(one!.bornePerHour).toBeCloseTo(64 * λ * (1 - waits), 12);
    expect(one!.failuresPerHour).toBeCloseTo(λ * (65 * (1 - waits) + 64 * waits), 12);
    expect(availability).toBeCloseTo(1 / (1 + 64 * λ * (waits * 1.25 + (1 - waits) * 0.25)), 12);
  });

  it('never runs less with one spare more, nor with one cable more to miss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.double({ min: 1e-7, max: 1e-3, noNaN: true }),
        (many, rate) => {
          const runs = (redundancy: PartClass['redundancy']) =>
            failureBudget([part(128, rate, { redundancy })], repair).availability;
          expect(runs(spared(many + 1, 0.2, 2))).toBeGreaterThanOrEqual(runs(spared(many, 0.2, 2)));
          const missing = (count: number) => ({ groups: 2, spares: 0, missing: count, switchoverHours: 0 });
          expect(runs(missing(many + 1))).toBeGreaterThanOrEqual(runs(missing(many)));
        },
      ),
    );
  });

  it('gives no infinity where nothing fails', () => {
    expect(failureBudget([part(64, 0), part(0, 1e-3, { id: 'none' })], repair)).toMatchObject({
      firstFailureHours: null,
      hoursBetweenStops: null,
      availability: 1,
      failuresPerYear: 0,
    });
  });

  it.each([
    [part(-1, 1e-6), 'part: count is -1: allowed are whole numbers from 0 to 100000000'],
    [part(8, NaN), 'part: failures an hour is NaN: allowed are finite numbers from 0 on'],
    [part(8, 2), 'part: failures an hour is 2: allowed are numbers from 0 to 1'],
    [
      part(64, 1e-6, { redundancy: spared(1, 0, 5) }),
      'part: groups is 5: allowed are numbers that divide 64',
    ],
    [part(64, 1e-6, { redundancy: spared(65) }), 'part: spares of a group is 65'],
  ])('refuses what cannot be', (one, message) => {
    expect(() => failureBudget([one], repair)).toThrow(message);
  });

  it('refuses a repair that takes no time to measure', () => {
    expect(() => failureBudget([part(1, 1e-6)], { repairHours: Infinity, exchangeHours: 24 })).toThrow(
      'hours of a repair is Infinity',
    );
    expect(() => failureBudget([part(1, 1e-6)], { repairHours: 1, exchangeHours: 0 })).toThrow(
      'hours until an exchange is 0: allowed are finite numbers above 0',
    );
  });
});
