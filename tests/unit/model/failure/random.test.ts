import { expect, test } from 'vitest';
import { randomFrom, waitingTime } from '../../../../src/model/failure/random.ts';

test('numbers lie evenly from 0 to below 1, whatever the seed', () => {
  for (const seed of [0, 1, -5, 2 ** 31]) {
    const random = randomFrom(seed);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const drawn = random();
      expect(drawn >= 0 && drawn < 1).toBe(true);
      tenths[Math.floor(drawn * 10)]!++;
    }
    // Chi-square with nine degrees of freedom: above 27.9 once in a thousand.
    expect(tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9);
  }
});

test('waiting times have the mean of their rate', () => {
  const random = randomFrom(3);
  const times = Array.from({ length: 20_000 }, () => waitingTime(random, 0.25));
  expect(times.reduce((a, b) => a + b, 0) / times.length).toBeCloseTo(4, 0);
});
