import { linearScale, type Scale } from '../../encoding/scale.ts';
import type { ReachFrame } from './reachProps.ts';

/** Metres of a cabinet, its height and its depth; the drawing is a section along the row. */
export const cabinet = { width: 0.6, height: 2.2, port: 1.35 } as const;
/** Metres that the drawing shows, from behind the first cabinet to behind the second where it stands farthest. */
export const span = { from: -0.75, to: 9.75 } as const;
/** dB that the chart shows. */
export const deepest = 46;

/** Where everything lies in a frame, pixels. */
export interface ReachLayout {
  readonly left: number;
  readonly right: number;
  /** Metres to pixels, the edge of the first cabinet at 0. */
  readonly x: Scale;
  /** Height over the floor, metres to pixels; the same scale as `x`. */
  readonly high: (metres: number) => number;
  readonly floor: number;
  /** dB to pixels, downwards. */
  readonly y: Scale;
  readonly bottom: number;
  /** Baseline of the large words. */
  readonly verdict: number;
  readonly eye: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Top of the bar of shares; null where there is no room for it. */
  readonly shares: number | null;
  readonly small: boolean;
  /** A drawing beside a paragraph: it names the state alone. */
  readonly compact: boolean;
}

/** The arrangement in a frame: words and eye, the section on its floor, the chart under it, the bar of shares at the foot. */
export function reachLayout({ width, height }: ReachFrame): ReachLayout {
  const small = width < 600;
  const wide = width >= 900;
  const compact = height < 420;
  const left = small ? 34 : 52;
  const right = width - (small ? 6 : 16);
  const x = linearScale([span.from, span.to], [left, right]);
  const perMetre = x(1) - x(0);
  const band = wide ? 106 : compact ? 60 : small ? 84 : 96;
  const floor = band + 26 + cabinet.height * perMetre;
  const shares = compact ? null : height - (small ? 58 : 44);
  const bottom = (shares ?? height) - (compact ? 8 : small ? 22 : 26);
  const y = linearScale([0, deepest], [floor + 30, bottom]);
  const eyeWidth = wide ? 208 : small ? 118 : 168;
  const eyeHeight = wide ? 96 : compact ? 44 : small ? 66 : 82;
  return {
    left,
    right,
    x,
    high: (metres) => floor - metres * perMetre,
    floor,
    y,
    bottom,
    verdict: compact ? 24 : 34,
    eye: { x: width - eyeWidth - (small ? 8 : 16), y: 8, width: eyeWidth, height: eyeHeight },
    shares,
    small,
    compact,
  };
}

/** Centimetres between the cabinets that a place in a drawing stands for, to ten, inside `range`. */
export function placedLength(
  frame: ReachFrame,
  x: number,
  range: { readonly min: number; readonly max: number },
): number {
  const metres = reachLayout(frame).x.invert(x);
  return Math.min(range.max, Math.max(range.min, Math.round(metres * 10) * 10));
}
