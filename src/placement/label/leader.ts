import type { Ground } from './ground.ts';
import type { LabelWords } from './hallWords.ts';
import { lengthOf, type Segment } from './lines.ts';
import type { Box, Pixel } from './placed.ts';
import { firstBaseline } from './wording.ts';

/** Something on the picture that may be named. */
export interface Nameable {
  readonly words: LabelWords;
  readonly picked: boolean;
  /** Places at which it is seen; the leader begins at one of them. */
  readonly anchors: readonly Pixel[];
  /** Whether a box belongs to it, so that its leader may run over it. */
  readonly own: (box: number) => boolean;
  /** Whether it is the standing person. */
  readonly person?: boolean;
}

/** From a text to the level end of its leader, and to its knee, pixels. */
const [stub, knee] = [7, 24];
/** From a text to the end of a leader that comes from below or above, pixels. */
const upright = 4;
/** A leader shorter than this is no leader, pixels. */
const shortest = 14;
/** What a leader that meets its text from below or above costs beside its length, pixels of leader. */
const fromUnderCosts = 30;

/** A way in which a leader may meet a text: to a point level with it over a knee, or straight from below or above. */
interface Way {
  readonly points: readonly Pixel[];
  readonly align: 'start' | 'end';
  readonly cost: number;
  /** Length of the leader, pixels. */
  readonly length: number;
}

/**
 * The ways to a text that takes a rectangle whose leader is long enough to be one and costs less than `most`; what costs
 * more is not made, as most do.
 */
export function waysTo(anchor: Pixel, box: Box, most: { start: number; end: number }): Way[] {
  const [x, y] = anchor;
  const level = box.top + firstBaseline - 5;
  const ways: Way[] = [];
  const offer = (align: 'start' | 'end', cost: number, length: number, points: () => readonly Pixel[]) => {
    if (length >= shortest && cost + length < most[align])
      ways.push({ points: points(), align, cost, length });
  };
  const beside = (align: 'start' | 'end', at: number, end: number) => {
    const length = Math.hypot(at - x, level - y) + (knee - stub);
    offer(align, 0, length, () => [anchor, [at, level], [end, level]]);
  };
  const fromUnder = (end: number) => {
    const under = Math.max(box.left + 6, Math.min(box.right - 6, x));
    const align = x < (box.left + box.right) / 2 ? 'start' : 'end';
    offer(align, fromUnderCosts, Math.hypot(under - x, end - y), () => [anchor, [under, end]]);
  };
  if (x < box.left - knee) beside('start', box.left - knee, box.left - stub);
  if (x > box.right + knee) beside('end', box.right + knee, box.right + stub);
  if (y > box.bottom + shortest) fromUnder(box.bottom + upright);
  if (y < box.top - shortest) fromUnder(box.top - upright);
  return ways;
}

/** Pixels of a leader over other things than its own; infinite where it meets the person or where they are `most`. */
export function runsOver(leader: readonly Segment[], ground: Ground, named: Nameable, most: number): number {
  let over = 0;
  const at: [number, number] = [0, 0];
  for (const segment of leader) {
    const [x0, y0] = segment[0];
    const [x1, y1] = segment[1];
    const length = lengthOf(segment);
    const steps = Math.max(1, Math.ceil(length / 4));
    for (let i = 0; i <= steps; i++) {
      at[0] = x0 + ((x1 - x0) * i) / steps;
      at[1] = y0 + ((y1 - y0) * i) / steps;
      if (!named.person && ground.hasPerson(at)) return Infinity;
      const box = ground.boxAt(at);
      if (box >= 0 && !named.own(box)) over += length / steps;
      if (over >= most) return Infinity;
    }
  }
  return over;
}
