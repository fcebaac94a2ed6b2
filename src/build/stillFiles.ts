import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawingSheetsIn, drawingThemes } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';
import { brotli } from './serve.ts';

/** The most that one still, and all of an article, may weigh: bytes, brotli quality 11, in one theme. */
export const stillBudget = { each: 5_000, all: 40_000 };

/** What stands around the lines of a still in a page until they are parted. */
const marked = /<!--still-->([\s\S]*?)<!--\/still-->/g;

export interface PartedStills {
  readonly html: string;
  /** Texts of the files beside the page, by name. */
  readonly files: Readonly<Record<string, string>>;
}

const attribute = (svg: string, name: string): string =>
  new RegExp(`^<svg[^>]*\\s${name}="([^"]*)"`).exec(svg)?.[1] ?? '';

/**
 * Takes the stills out of a page but the first, which stays: the page with pictures in their places, one for each theme,
 * and the files of those.
 * @param page its address, for messages
 * @throws where a still, or all of them, weigh more than their budget
 */
export function partStills(html: string, page: string): PartedStills {
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

/** Puts the stills of every built page into files beside it. The development server leaves them in the page. */
export function stillFiles(): AstroIntegration {
  return {
    name: 'still-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of globSync('**/*.html', { cwd: root })) {
          const file = join(root, name);
          const html = readFileSync(file, 'utf8');
          if (!html.includes('<!--still-->')) continue;
          const parted = partStills(html, name);
          writeFileSync(file, parted.html);
          for (const [still, svg] of Object.entries(parted.files))
            writeFileSync(join(dirname(file), still), svg);
        }
      },
    },
  };
}
