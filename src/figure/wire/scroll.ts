import type { Stretch } from '../../model/wire/wire.ts';
import { escapeText } from '../label/svgText.ts';
import { barOf } from './lane.ts';
import { ticksOf } from './ruler.ts';
import { endingStrands, strandsOf } from './strands.ts';

/** What the scroll says beside a stretch. */
export interface ScrollWords {
  readonly title: string;
  readonly sentence: string;
  readonly wire: string;
  readonly scale: string;
  readonly end: string;
  /** The drawing of the stop as text of an SVG, without words. */
  readonly drawing: string;
}

/** Size of the paper, of what stands above and below the wire, and of a drawing on it; millimetres. */
export const paper = {
  width: 297,
  height: 2000,
  head: 120,
  foot: 60,
  drawing: { width: 190, height: 119 },
} as const;
/** Millimetres of a unit of thickness, and where the wire runs. */
const [unit, left] = [0.9, 46];
const lineHeight = 7;

const show = (value: number) => String(Math.round(value * 100) / 100);
const line = (x1: number, y1: number, x2: number, y2: number, name: string) =>
  `<path class="${name}" d="M${show(x1)} ${show(y1)}L${show(x2)} ${show(y2)}"/>`;
const text = (x: number, y: number, words: string, name: string, anchor = 'start') =>
  `<text class="${name}" x="${show(x)}" y="${show(y)}" text-anchor="${anchor}">${escapeText(words)}</text>`;

/** Breaks a sentence into lines of at most so many characters, at spaces. */
export function breakLines(sentence: string, most: number): string[] {
  return sentence.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

/**
 * The wire as a scroll of paper two metres long, in millimetres: the same stretches, thicknesses and stops as on the page.
 * @param said words of each stretch, in order
 * @param settings lines above the wire, the first as its title; what is said below it; `length` writes metres
 * @returns the inside of an `<svg>` whose unit is a millimetre
 */
export function scrollSvg(
  stretches: readonly Stretch[],
  said: readonly ScrollWords[],
  {
    head,
    foot,
    footWidth,
    length,
  }: {
    head: readonly string[];
    foot: string;
    /** Characters in a line of it. */
    footWidth: number;
    length: (metres: number) => string;
  },
): string {
  const each = (paper.height - paper.head - paper.foot) / stretches.length;
  const out = head.map((words, i) =>
    i === 0 ? text(24, 44, words, 'scroll-title') : text(24, 56 + i * lineHeight, words, 'scroll-text'),
  );
  stretches.forEach((stretch, index) => {
    const top = paper.head + index * each;
    const next = stretches[index + 1] ?? null;
    const words = said[index]!;
    out.push(line(24, top, paper.width - 24, top, 'scroll-rule'), ...ruler(stretch, top, each, length));
    out.push(...strands(stretch, next, top, each));
    out.push(text(92, top + 8, words.scale, 'scroll-small'));
    out.push(text(92, top + 24, words.title, 'scroll-heading'));
    breakLines(words.sentence, 58).forEach((one, i) =>
      out.push(text(92, top + 34 + i * lineHeight, one, 'scroll-text')),
    );
    out.push(
      text(92, top + 34 + breakLines(words.sentence, 58).length * lineHeight, words.wire, 'scroll-small'),
    );
    out.push(placed(words.drawing, 90, top + 88));
    out.push(text(92, top + each - 8, words.end, 'scroll-strong'));
  });
  const below = paper.height - paper.foot + 16;
  out.push(line(24, below - 16, paper.width - 24, below - 16, 'scroll-rule'));
  breakLines(foot, footWidth).forEach((words, i) =>
    out.push(text(24, below + i * lineHeight, words, 'scroll-small')),
  );
  return out.join('');
}

/** A drawing made for a picture of 1120 by 700, at a place of the paper. */
function placed(svg: string, x: number, y: number): string {
  const { width, height } = paper.drawing;
  return svg.replace(
    /<svg[^>]*viewBox="([^"]*)"[^>]*>/,
    (_, box: string) =>
      `<svg class="drawing" x="${x}" y="${show(y)}" width="${width}" height="${height}" viewBox="${box}">`,
  );
}

function ruler(stretch: Stretch, top: number, each: number, length: (metres: number) => string): string[] {
  const x = left - 4;
  const bar = barOf(stretch);
  return [
    line(x, top, x, top + each, 'scroll-pencil'),
    `<rect class="scroll-bar" x="${x - 0.6}" y="${show(top)}" width="1.2" height="${show(bar.share * each)}"/>`,
    ...ticksOf(stretch).flatMap(({ at, named, metres }) => {
      const y = top + at * each;
      const mark = line(x - (named ? 4 : 2), y, x, y, 'scroll-pencil');
      return named ? [mark, text(x - 5, y + 1.4, length(metres), 'scroll-small', 'end')] : [mark];
    }),
  ];
}

function strands(stretch: Stretch, next: Stretch | null, top: number, each: number): string[] {
  const all = strandsOf(stretch);
  const ending = stretch.medium === 'copper' && next ? endingStrands(stretch, next) : 0;
  const end = top + each;
  return all.map(({ x, width }, i) => {
    const at = left + x * unit;
    const turns = i >= all.length - ending;
    const y = end - 4 - (i - all.length + ending) * 2;
    const way = turns
      ? `M${show(at)} ${show(top)}V${show(y - 5)}q0 5 5 5H86`
      : `M${show(at)} ${show(top)}V${show(end)}`;
    return `<path class="scroll-${stretch.medium}" stroke-width="${show(width * unit)}" d="${way}"/>`;
  });
}
