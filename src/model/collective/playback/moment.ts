import type { Playback, Stretch } from './playback.ts';

/** Where a collective is at a time. */
export interface Moment {
  readonly stretch: Stretch;
  /** Steps before this one, over all phases. */
  readonly step: number;
  /** The step's number within its phase. */
  readonly phaseStep: number;
  /** How far the step is, from 0 to below 1. */
  readonly share: number;
}

/** Before the first step at 0, and past the last one null. */
export function momentAt(playback: Playback, seconds: number): Moment | null {
  let [begun, before] = [0, 0];
  for (const stretch of playback.stretches) {
    const length = stretch.count * stretch.seconds;
    // A step that ends at this very time, but for the last bit, is over.
    const passed = (seconds - begun) / stretch.seconds + 1e-6;
    if (passed < stretch.count) {
      const whole = Math.max(0, Math.floor(passed));
      const share = Math.min(1, Math.max(0, passed - whole - 1e-6));
      return {
        stretch,
        step: before + whole,
        phaseStep: stretch.step + whole,
        share: share < 2e-6 ? 0 : share,
      };
    }
    begun += length;
    before += stretch.count;
  }
  return null;
}

/** When a step begins, seconds; the end where there are fewer. */
export function startOf({ stretches, seconds: whole }: Playback, step: number): number {
  let [begun, before] = [0, 0];
  for (const { count, seconds } of stretches) {
    if (step < before + count) return begun + (step - before) * seconds;
    begun += count * seconds;
    before += count;
  }
  return whole;
}
