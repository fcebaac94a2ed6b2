import type { Color } from 'three';

/** Colours a scene draws with, read from the very rules the drawings on paper use. */
export interface Palette {
  /** One colour a tone and face: `3 × tone + face`. */
  readonly fills: readonly Color[];
  readonly paper: Color;
  readonly ink: Color;
  readonly edge: Color;
  readonly pencil: Color;
  readonly grid: Color;
  readonly shadow: Color;
}
