import type { LabelWords } from './hallWords.ts';
import type { Align, Box, Pixel } from './placed.ts';

/** The most that a letter of a label takes in width, and from one line to the next; pixels. */
export const letter = 6.75;
export const lineHeight = 18;
/** From the first baseline up to the top of its capitals and accents, from the last down to its descenders; pixels. */
const [ascent, descent] = [12, 5];

/**
 * Words that a line may end after: a number stays with what it counts or numbers (`4 memory`, `cabinet 1`, `1 of 8`),
 * and a ratio stays whole (`1 : 128`).
 */
export function unbroken(text: string): string[] {
  const words = text.split(' ');
  const isNumber = (word: string | undefined) => word !== undefined && /^[×(]?\d/.test(word);
  const joins = (before: string, after: string, next: string | undefined): boolean => {
    if (before === ':' || after === ':' || before === '×' || after === '×') return true;
    if (isNumber(before)) return !/[,;.]$/.test(before);
    if (before === 'of' && isNumber(after)) return true;
    return isNumber(after) && !/[,;.]$/.test(before) && (next === undefined || next === ':' || next === 'of');
  };
  return words.reduce<string[]>((runs, word, i) => {
    const before = words[i - 1];
    if (before !== undefined && joins(before, word, words[i + 1])) runs[runs.length - 1] += ` ${word}`;
    else runs.push(word);
    return runs;
  }, []);
}

/** Breaks words into lines that fit a width in pixels wherever they can be broken. */
export function wrapWords(words: LabelWords, width: number): LabelWords {
  const most = Math.floor(width / letter);
  const wrap = (text: string) =>
    unbroken(text).reduce((done, run) => {
      const line = done.slice(done.lastIndexOf('\n') + 1);
      return line.length + 1 + run.length > most ? `${done}\n${run}` : `${done} ${run}`;
    });
  return { ...words, title: wrap(words.title), detail: wrap(words.detail) };
}

/** Lines of a text, without empty ones. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Width and height that a text takes, pixels. */
export function textSize(text: string): { readonly width: number; readonly height: number } {
  const lines = linesOf(text);
  const width = Math.max(0, ...lines.map((line) => line.length)) * letter;
  return { width, height: ascent + descent + (lines.length - 1) * lineHeight };
}

/** How many times as large as others the large words are. */
export const largeLetters = 1.5;

/** Room that a text takes, its first baseline at a pixel; large words are of one line. */
export function textBox(text: string, [x, y]: Pixel, align: Align, large = false): Box {
  const size = textSize(text);
  const scale = large ? largeLetters : 1;
  const [width, height] = [size.width * scale, size.height * scale];
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  return { left, right: left + width, top: y - ascent * scale, bottom: y - ascent * scale + height };
}

/** Both texts of a label as one, as they stand below each other. */
export const labelText = ({ title, detail }: LabelWords): string =>
  detail === '' ? title : `${title}\n${detail}`;

/** From the top of a text's room to its first baseline, pixels. */
export const firstBaseline = ascent;
