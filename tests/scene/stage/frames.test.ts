import { beforeEach, expect, test } from 'vitest';
import { startFrames } from '../../../src/scene/stage/frames.ts';

/** A screen whose frames come when the test says so. */
function screen() {
  const asked = new Map<number, (milliseconds: number) => void>();
  let id = 0;
  return {
    request(callback: (milliseconds: number) => void) {
      asked.set(++id, callback);
      return id;
    },
    cancel: (which: number) => void asked.delete(which),
    get waiting() {
      return asked.size;
    },
    show(milliseconds: number) {
      const due = [...asked.values()];
      asked.clear();
      due.forEach((callback) => callback(milliseconds));
    },
  };
}

let display = screen();
let drawn: number[] = [];
/** Draws a number of frames by itself, as a flight does. */
let flights = 0;
const start = () =>
  startFrames((seconds) => {
    drawn.push(seconds);
    return --flights > 0;
  }, display);

beforeEach(() => {
  [display, drawn, flights] = [screen(), [], 0];
});

test('at rest no frame is asked for', () => {
  const frames = start();
  expect(display.waiting).toBe(0);
  frames.invalidate();
  display.show(16);
  expect(drawn).toEqual([0]);
  expect(display.waiting).toBe(0);
});

test('many reasons are one frame', () => {
  const frames = start();
  for (let i = 0; i < 5; i++) frames.invalidate();
  expect(display.waiting).toBe(1);
  display.show(16);
  expect(drawn).toHaveLength(1);
});

test('a run goes on for as long as it asks to, in seconds since the last frame', () => {
  const frames = start();
  flights = 3;
  frames.invalidate();
  for (const time of [1000, 1020, 1050]) display.show(time);
  expect(drawn.map((seconds) => Number(seconds.toFixed(3)))).toEqual([0, 0.02, 0.03]);
  expect(display.waiting).toBe(0);
});

test('a run begins at nothing, however long ago the last one was, and a stalled frame is no jump', () => {
  const frames = start();
  frames.invalidate();
  display.show(1000);
  flights = 2;
  frames.invalidate();
  display.show(9000);
  display.show(19_000);
  expect(drawn).toEqual([0, 0, 0.1]);
});

test('a reason that comes up while drawing is kept', () => {
  const frames = startFrames(() => {
    drawn.push(0);
    if (drawn.length === 1) frames.invalidate();
    return false;
  }, display);
  frames.invalidate();
  display.show(16);
  expect(display.waiting).toBe(1);
  display.show(32);
  expect([drawn.length, display.waiting]).toEqual([2, 0]);
});

test('paused, it draws nothing and remembers; resumed, it draws once', () => {
  const frames = start();
  frames.invalidate();
  frames.pause();
  expect(display.waiting).toBe(0);
  frames.invalidate();
  expect(display.waiting).toBe(0);
  frames.resume();
  expect(display.waiting).toBe(1);
  display.show(16);
  frames.pause();
  frames.resume();
  expect([drawn.length, display.waiting]).toEqual([1, 0]);
});

test('put away, it asks for nothing more', () => {
  const frames = start();
  frames.invalidate();
  frames.dispose();
  expect(display.waiting).toBe(0);
  frames.invalidate();
  expect(display.waiting).toBe(0);
});
