import { expect, test } from 'vitest';
import { fitOf, rateOfShare, ratePerHour, renewalAvailability } from '../../../../src/model/failure/rate.ts';

test('a thousand FIT is once in a million hours', () => {
  expect(1 / ratePerHour(1000)).toBeCloseTo(1e6, 3);
  expect(fitOf(1e-6)).toBeCloseTo(1000, 9);
  expect(() => ratePerHour(-1)).toThrow('FIT is -1: allowed are finite numbers from 0 on');
});

test('a share that fails within a time is what its rate gives back', () => {
  expect(1 - Math.exp(-rateOfShare(0.02, 2190) * 2190)).toBeCloseTo(0.02, 12);
  expect(() => rateOfShare(1, 2190)).toThrow('share is 1: allowed are numbers from 0 to below 1');
});

test('availability is the share of time up', () => {
  expect(renewalAvailability(98.5, 1.25)).toBeCloseTo(0.98747, 5);
  expect(() => renewalAvailability(0, 1)).toThrow('mean time between failures is 0');
});
