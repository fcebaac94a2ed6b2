import { faces, tones, type Tone } from './tone.ts';

/** A display colour, each channel from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Colours a scene draws with, as the stylesheet of the drawings on paper gives them. */
export interface Palette {
  /** One colour a tone and face: `3 × tone + face`, in the order of `tones` and `faces`. */
  readonly fills: readonly Rgb[];
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly edge: Rgb;
  readonly pencil: Rgb;
  readonly grid: Rgb;
  readonly shadow: Rgb;
}

const frontOf = ({ fills }: Palette, tone: Tone): Rgb =>
  fills[faces.length * tones.indexOf(tone) + faces.indexOf('front')]!;

/** The two colours that mean something. */
export const copperOf = (palette: Palette): Rgb => frontOf(palette, 'wire');
export const lightOf = (palette: Palette): Rgb => frontOf(palette, 'fibre');

/** Reads `rgb(r, g, b)` and `color(srgb r g b)`, the two forms a computed colour takes here. */
export function readColour(text: string): Rgb {
  const [r = 0, g = 0, b = 0] = text.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const scale = text.startsWith('color(') ? 1 : 1 / 255;
  return [r * scale, g * scale, b * scale];
}
