import type { LabelWords } from './hallWords.ts';

/** Pixels. */
export type Pixel = readonly [number, number];

/** Side that a text grows from. */
export type Align = 'start' | 'middle' | 'end';

/** An upright rectangle, pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  /** Broken into lines, which newlines part. */
  readonly words: LabelWords;
  /** Where the text begins (`start`) or ends (`end`), baseline of its title. */
  readonly at: Pixel;
  readonly align: 'start' | 'end';
  readonly picked: boolean;
  /** From the part to the label, with a knee or without. */
  readonly leader: readonly Pixel[];
}

export interface PlacedDimension {
  readonly text: string;
  /** The row of the table twin that repeats its numbers. */
  readonly row?: string;
  readonly line: readonly [Pixel, Pixel];
  /** Thin lines from the part to the dimension line. */
  readonly extensions: readonly (readonly [Pixel, Pixel])[];
  readonly textAt: Pixel;
  /** Set in large letters, `largeLetters` times as large. */
  readonly large?: true;
  readonly align: Align;
}

export interface PlacedAnnotations {
  readonly labels: readonly PlacedLabel[];
  readonly dimensions: readonly PlacedDimension[];
}
