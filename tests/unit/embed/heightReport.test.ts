import { expect, test } from 'vitest';
import { heightReport } from '../../../src/embed/heightReport.ts';

test('a new height is reported once, rounded up', () => {
  const report = heightReport();
  expect(report(600, 400.2)).toBe(401);
  expect(report(600, 400.7)).toBeUndefined();
  expect(report(600, 380)).toBe(380);
});

test('a page that grows with its frame is stopped after three identical steps', () => {
  const report = heightReport();
  let frame = 500;
  let reports = 0;
  for (let turn = 0; turn < 100; turn++) {
    const height = report(600, frame + 20);
    if (height === undefined) break;
    reports++;
    frame = height;
  }
  expect(reports).toBe(4);
});

test('a new width starts afresh', () => {
  const report = heightReport();
  for (let height = 100; height <= 200; height += 20) report(600, height);
  expect(report(600, 220)).toBeUndefined();
  expect(report(500, 240)).toBe(240);
});

test('growth by different steps is honest growth', () => {
  const report = heightReport();
  const heights = [100, 120, 150, 170, 200, 220, 250];
  expect(heights.map((height) => report(600, height))).toEqual(heights);
});
