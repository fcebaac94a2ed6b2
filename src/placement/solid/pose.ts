import type { Level } from '../../model/hardware/machine.ts';
import type { HallProps } from '../hall/hallProps.ts';

/**
 * How far everything that moves has moved. A flight between levels is a path between two poses; every share is from 0
 * to 1 and may be taken in between.
 */
export interface Pose {
  /** How far the doors of the open cabinet are swung. */
  readonly door: number;
  /** How far the open board is drawn out, in its own depths. */
  readonly slide: number;
  /** How far the open package is uncovered. */
  readonly reveal: number;
  /** How far what stands in the hall and in the cabinet is pulled apart. */
  readonly spread: number;
  /** How far parts rise from the open board and package. */
  readonly lift: number;
  /** How far everything around the open part has faded to an outline. */
  readonly thin: number;
  /** How far the open board (1) and the open package (2) have been left alone on the sheet, from 0: in its cabinet. */
  readonly alone: number;
}

const byLevel: Record<Level, Omit<Pose, 'lift' | 'spread'>> = {
  hall: { door: 0, slide: 0.55, reveal: 0, thin: 0, alone: 0 },
  row: { door: 0, slide: 0.55, reveal: 0, thin: 0, alone: 0 },
  cabinet: { door: 1, slide: 0.62, reveal: 0, thin: 1, alone: 0 },
  board: { door: 1, slide: 1.3, reveal: 0.5, thin: 1, alone: 1 },
  package: { door: 1, slide: 1.3, reveal: 1, thin: 1, alone: 2 },
};

export function poseAt(level: Level, explode: boolean): Pose {
  const near = level === 'board' || level === 'package';
  return { ...byLevel[level], spread: explode && !near ? 1 : 0, lift: explode && near ? 1 : 0 };
}

/** On foot one does not leave the hall: all around stays, chips are covered, and a board stays in its cabinet far enough to be held. */
export function poseOf({ level, explode, view }: Pick<HallProps, 'level' | 'explode' | 'view'>): Pose {
  const pose = poseAt(level, explode);
  return view === 'walk' ? { ...pose, thin: 0, alone: 0, reveal: 0, slide: Math.min(0.8, pose.slide) } : pose;
}

/** The pose a share `t` of the way from `a` to `b`. */
export function mixPose(a: Pose, b: Pose, t: number): Pose {
  const mix = (from: number, to: number) => from + (to - from) * t;
  return {
    door: mix(a.door, b.door),
    slide: mix(a.slide, b.slide),
    reveal: mix(a.reveal, b.reveal),
    spread: mix(a.spread, b.spread),
    lift: mix(a.lift, b.lift),
    thin: mix(a.thin, b.thin),
    alone: mix(a.alone, b.alone),
  };
}
