import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, px } from '../label/svgText.ts';

/** A measure of the chip in words. */
export interface Measured {
  /** Row of the table twin. */
  readonly row: string;
  readonly text: string;
  /** The same on a phone. */
  readonly short?: string;
}

/** What goes into the rules' measures: rate × bits makes TPP, TPP over area makes performance density. */
export interface MeasuresProps {
  readonly rate: Measured;
  /** Null where the rate is not known. */
  readonly bits: Measured | null;
  readonly tpp: Measured;
  readonly area: Measured;
  readonly density: Measured;
  readonly io: Measured;
  readonly dram: Measured;
}

/** Lines of the heading: what is given, and under it what the rules make of it; on a phone two in a line. */
const lines = {
  beside: [['rate', 'bits'], ['tpp'], ['area'], ['density'], ['io'], ['dram']],
  above: [
    ['rate', 'bits', 'tpp'],
    ['area', 'density'],
    ['io', 'dram'],
  ],
} as const;

const made: readonly string[] = ['tpp', 'density'];

/**
 * The chip as the rules measure it, in words: it stays as it is from day to day.
 * @returns the words and the place of the last line, in pixels
 */
export function chipMeasured(
  chip: string,
  measures: MeasuresProps,
  { x, top, narrow }: { readonly x: number; readonly top: number; readonly narrow: boolean },
) {
  const name = `<text class="check-chip" x="${px(x)}" y="${px(top)}">${escape(chip)}</text>`;
  const told = lines[narrow ? 'above' : 'beside'].map((names, i) => {
    const words = names.flatMap((one) => {
      const measured = measures[one];
      if (!measured) return [];
      const { row, text, short = text } = measured;
      const kind = made.includes(one) ? ' class="check-made"' : '';
      return `<tspan${kind}${rowMark(row, true)}>${escape(narrow ? short : text)}</tspan>`;
    });
    return `<text class="label-detail" x="${px(x)}" y="${px(top + 18 + i * 16)}">${words.join(narrow ? ' · ' : ', ')}</text>`;
  });
  return { svg: name + told.join(''), bottom: top + 18 + (told.length - 1) * 16 };
}
