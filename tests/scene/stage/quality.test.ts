import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQuality, type Quality } from '../../../src/scene/stage/quality.ts';
import { numberIn } from '../../unit/placement/numberIn.ts';

const note = (quality: Quality, seconds: number, times: number) => {
  for (let i = 0; i < times; i++) quality.note(seconds);
  return quality.scale;
};

test('a machine that keeps up draws every pixel', () => {
  expect(note(createQuality(), 1 / 60, 100)).toBe(1);
  expect(note(createQuality(), 1 / 35, 100)).toBe(1);
});

test('slow frames draw fewer pixels, step by step, and never fewer than half', () => {
  const quality = createQuality();
  const scales = Array.from({ length: 60 }, () => note(quality, 1 / 15, 1));
  expect([...new Set(scales)]).toEqual([1, 0.75, 0.5]);
  expect(scales.at(-1)).toBe(0.5);
});

test('pixels come back when frames are fast again', () => {
  const quality = createQuality();
  note(quality, 1 / 10, 60);
  expect(note(quality, 1 / 60, 200)).toBe(1);
});

test('one slow frame changes nothing, and the first of a run says nothing', () => {
  const quality = createQuality();
  note(quality, 1 / 60, 20);
  expect(note(quality, 0.06, 1)).toBe(1);
  expect(note(quality, 0, 1000)).toBe(1);
});

test('whatever the frames, the scale is one of the steps and moves by one at a time', () => {
  const seconds = numberIn(0, 0.1);
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 200 }), (run) => {
      const quality = createQuality();
      const steps = [1, 0.75, 0.5];
      let last = 0;
      for (const time of run) {
        const step = steps.indexOf(note(quality, time, 1));
        expect(step).toBeGreaterThanOrEqual(0);
        expect(Math.abs(step - last)).toBeLessThanOrEqual(1);
        last = step;
      }
    }),
  );
});
