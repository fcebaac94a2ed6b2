import { logScale, type Scale } from '../../encoding/scale.ts';

/** Pixels. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
}

/** What the plane spans: TPP, and TPP per mm² of die. */
export const mapRange = {
  tpp: { low: 1_000, high: 64_000 },
  density: { low: 1, high: 45 },
} as const;

/** The plane in a frame, and the lane below it for chips whose density is not published. */
export interface MapPlane {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Lower edge of the lane, where the axis of TPP is. */
  readonly lane: number;
  readonly small: boolean;
}

/** The plane whose edges are these, in pixels. */
export const planeWithin = (edges: Omit<MapPlane, 'x' | 'y'>): MapPlane => ({
  x: logScale([mapRange.tpp.low, mapRange.tpp.high], [edges.left, edges.right]),
  y: logScale([mapRange.density.low, mapRange.density.high], [edges.bottom, edges.top]),
  ...edges,
});

/** The plane of a drawing of its own. */
export function mapPlane({ width, height }: MapFrame): MapPlane {
  const small = width < 600;
  const [left, right, top] = [small ? 40 : 54, width - (small ? 10 : 20), small ? 46 : 54];
  const lane = height - 46;
  const bottom = lane - (small ? 88 : 62);
  return planeWithin({ left, right, top, bottom, lane, small });
}

/** What a point of the drawing stands for, and whether it lies on the plane. */
export function mapPlace(
  frame: MapFrame,
  point: { readonly x: number; readonly y: number },
): { tpp: number; density: number; within: boolean } {
  const { x, y, left, right, top, bottom } = mapPlane(frame);
  // Three digits are as fine as a pointer is.
  const round = (value: number) => Number(value.toPrecision(3));
  const within = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  return { tpp: round(x.invert(point.x)), density: round(y.invert(point.y)), within };
}

/** A number inside the range that a scale draws; what has no bound ends at the edge. */
export function inside(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  return Math.min(high, Math.max(low, value));
}

/** Width of words in the drawing's type, estimated. */
export const widthOf = (text: string, bold = false): number => text.length * (bold ? 6.9 : 6.2);
