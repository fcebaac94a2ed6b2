import type { Stretch } from '../../model/wire/wire.ts';

/** Thickness of the wire for a terabyte per second of one chip, both directions, pixels: the same in every stretch. */
export const pixelsPerTerabyte = 15;

/** Thickness of the wire in a stretch, pixels. */
export const thicknessOf = ({ bandwidth }: Pick<Stretch, 'bandwidth'>): number =>
  (bandwidth / 1e12) * pixelsPerTerabyte;

/** A strand of the wire, one a port, that fills its share of the thickness. */
export interface Strand {
  /** Its middle from the left edge of the wire, pixels. */
  readonly x: number;
  /** What it fills of the thickness, and how much of that is drawn so that strands can be counted. */
  readonly pitch: number;
  readonly width: number;
}

/** The strands of a stretch from the left. Those that go on furthest stand first, so none of them moves where others end. */
export function strandsOf(stretch: Pick<Stretch, 'bandwidth' | 'ports'>): readonly Strand[] {
  const pitch = thicknessOf(stretch) / stretch.ports;
  return Array.from({ length: stretch.ports }, (_, i) => ({
    x: (i + 0.5) * pitch,
    pitch,
    width: pitch * 0.7,
  }));
}

/** How many strands of a stretch end where the next begins; all where another medium or more ports follow. */
export function endingStrands(stretch: Stretch, next: Stretch | null): number {
  if (next === null) return stretch.ports;
  return Math.max(0, stretch.ports - next.ports);
}
