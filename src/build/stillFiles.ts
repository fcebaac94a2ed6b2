import { drawingSheetsIn, drawingThemes } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';
import { partPages, type PartedPage } from './partPages.ts';
import { brotli } from './serve.ts';

/** The most that one still, and all of an article, may weigh: bytes, brotli quality 11, in one theme. */
export const stillBudget = { each: 5_000, all: 40_000 };

/** What stands around the lines of a still in a page until they are parted. */
const marked = /<!--still-->([\s\S]*?)<!--\/still-->/g;

const attribute = (svg: string, name: string): string =>
  new RegExp(`^<svg[^>]*\\s${name}="([^"]*)"`).exec(svg)?.[1] ?? '';

/**
 * Takes the stills out of a page but the first, which stays: the page with pictures in their places, one for each theme,
 * and the files of those.
 * @param page its address, for messages
 * @throws where a still, or all of them, weigh more than their budget
 */
export function partStills(html: string, page: string): PartedPage {
  const files: Record<string, string> = {};
  let count = 0;
  let all = 0;
  const left = html.replace(marked, (_, lines: string) => {
    count++;
    const [light, dark] = drawingThemes.map((theme) => flattenStyle(lines, drawingSheetsIn(theme)));
    const [own, ...drawn] = [lines, light!, dark!].map((svg) => brotli(Buffer.from(svg)).length);
    const weight = count === 1 ? own! : Math.max(...drawn);
    const name = attribute(lines, 'aria-label');
    if (weight > stillBudget.each)
      throw new Error(
        `${page}: still ${count} "${name}": ${weight} bytes; allowed: ${stillBudget.each}. Crop it, or leave out parts by its state`,
      );
    all += weight;
    if (count === 1) return lines;
    const [width, height] = ['width', 'height'].map((side) => attribute(lines, side));
    return drawingThemes
      .map((theme, i) => {
        const file = `still-${count}-${theme}.svg`;
        files[file] = [light!, dark!][i]!;
        return `<img src="${file}" alt="${name}" width="${width}" height="${height}" loading="lazy" data-of-theme="${theme}">`;
      })
      .join('');
  });
  if (all > stillBudget.all)
    throw new Error(`${page}: ${count} stills of ${all} bytes together; allowed: ${stillBudget.all}`);
  return { html: left, files };
}

/** Puts the stills of every built page into files beside it. */
export const stillFiles = () =>
  partPages('still-files', (html, page) =>
    html.includes('<!--still-->') ? partStills(html, page) : undefined,
  );
