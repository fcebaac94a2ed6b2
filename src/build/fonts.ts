import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { meanAdvance, readMetrics, type FontMetrics } from './fontMetrics.ts';

/** One face the site serves: where its outlines come from and what is kept of them. */
export interface Face {
  /** Name of the generated file, without its ending. */
  readonly file: string;
  readonly family: string;
  readonly source: string;
  /** Value of `font-weight`: one weight, or the two ends of a variable range. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly axes?: Record<string, number | { min: number; max: number; default: number }>;
  /** The instance whose widths the fallback copies. */
  readonly measuredAt?: Record<string, number>;
  readonly fallback: Fallback;
}

/** A face that nearly every machine has, or has under another name with the same widths. */
interface Fallback {
  readonly local: readonly string[];
  /** Advances of space and a–z in thousandths of the em, from the Adobe font metrics of the same widths. */
  readonly advances: readonly number[];
}

const arial: Fallback = {
  local: ['Arial', 'ArialMT', 'Liberation Sans', 'Helvetica'],
  advances: [
    278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
    556, 500, 722, 500, 500, 500,
  ],
};
const arialBold: Fallback = {
  local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Helvetica Bold'],
  advances: [
    278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333,
    611, 556, 778, 556, 556, 500,
  ],
};
const times: Fallback = {
  local: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Times'],
  advances: [
    250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278,
    500, 500, 722, 500, 500, 444,
  ],
};
const timesBold: Fallback = {
  local: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Times Bold'],
  advances: [
    250, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333,
    556, 500, 722, 500, 500, 444,
  ],
};
const timesItalic: Fallback = {
  local: ['Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Liberation Serif Italic', 'Times Italic'],
  advances: [
    250, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278,
    500, 444, 667, 444, 444, 389,
  ],
};

const barlow = '@fontsource/barlow/files/barlow-latin';
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz';

/** Every face of the site. Reading sizes run from 16 to 30 px, so the optical axis keeps only that
 * range; weights and slopes that a page may do without are faces of their own. */
export const faces: readonly Face[] = [
  {
    file: 'barlow-semi-condensed-600',
    family: 'Barlow Semi Condensed',
    source: '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2',
    weight: '600',
    style: 'normal',
    fallback: arialBold,
  },
  {
    file: 'barlow-400',
    family: 'Barlow',
    source: `${barlow}-400-normal.woff2`,
    weight: '400',
    style: 'normal',
    fallback: arial,
  },
  {
    file: 'barlow-500',
    family: 'Barlow',
    source: `${barlow}-500-normal.woff2`,
    // Strong labels take it too: a face of their own would be one more request of every page.
    weight: '500 700',
    style: 'normal',
    fallback: arial,
  },
  {
    file: 'source-serif',
    family: 'Source Serif',
    source: `${serif}-normal.woff2`,
    weight: '400',
    style: 'normal',
    axes: { opsz: { min: 16, max: 30, default: 20 }, wght: 400 },
    measuredAt: { opsz: 20, wght: 400 },
    fallback: times,
  },
  {
    file: 'source-serif-600',
    family: 'Source Serif',
    source: `${serif}-normal.woff2`,
    weight: '600',
    style: 'normal',
    axes: { opsz: 20, wght: 600 },
    fallback: timesBold,
  },
  {
    file: 'source-serif-italic',
    family: 'Source Serif',
    source: `${serif}-italic.woff2`,
    weight: '400',
    style: 'italic',
    axes: { opsz: 20, wght: 400 },
    fallback: timesItalic,
  },
];

/** Characters every page may need whatever the articles say. */
const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))}\u00a0×÷±−·–—‑’‘“”…→←↑↓²³½µ°≥≤≈′″§©`;

/** Features the styles ask for; the rest (small capitals, swashes, old-style figures) stays behind. */
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum', 'pnum', 'case'];

/** The characters that occur in the site's words, sorted, CJK left to the reader's own fonts. */
export function charactersOf(texts: Iterable<string>): string {
  const characters = new Set(always);
  for (const text of texts) {
    for (const character of text) if (character >= ' ' && character < '\u2e80') characters.add(character);
  }
  return [...characters].sort().join('');
}

/** The rules of one face and of the local face that stands in its place, sized to the same lines and words. */
export function fontFaceRules(face: Face, metrics: FontMetrics): string {
  const letters = ' abcdefghijklmnopqrstuvwxyz';
  const fallbackAdvance = meanAdvance((letter) => face.fallback.advances[letters.indexOf(letter)]!, 1000);
  const sizeAdjust = metrics.meanAdvance / fallbackAdvance;
  const percent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;
  return `@font-face {
  font-family: '${face.family}';
  src: url('./${face.file}.woff2') format('woff2');
  font-weight: ${face.weight};
  font-style: ${face.style};
  font-display: optional;
}
@font-face {
  font-family: '${face.family} fallback';
  src: ${face.fallback.local.map((name) => `local('${name}')`).join(', ')};
  font-weight: ${face.weight};
  font-style: ${face.style};
  size-adjust: ${percent(sizeAdjust)};
  ascent-override: ${percent(metrics.ascent / sizeAdjust)};
  descent-override: ${percent(metrics.descent / sizeAdjust)};
  line-gap-override: ${percent(metrics.lineGap / sizeAdjust)};
}
`;
}

/**
 * Writes the subset fonts and `fonts.css` into `folder`, unless they are there already for the same input.
 * @param characters what the fonts must be able to set
 */
export async function writeFonts(folder: string, characters: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const sources = faces.map((face) => readFileSync(require.resolve(face.source)));
  const recipe = createHash('sha256').update(JSON.stringify([faces, features, characters]));
  for (const source of sources) recipe.update(source);
  recipe.update(readFileSync(fileURLToPath(import.meta.url)));
  const stamp = join(folder, `${recipe.digest('hex')}.stamp`);
  if (existsSync(stamp)) return;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rules: string[] = [];
  for (const [i, face] of faces.entries()) {
    const kept = { keepFeatures: features, noHinting: true };
    const web = await subsetFont(sources[i]!, characters, {
      ...kept,
      targetFormat: 'woff2',
      ...(face.axes && { variationAxes: face.axes }),
    });
    const measured = face.measuredAt ?? face.axes;
    const plain = await subsetFont(sources[i]!, characters, {
      ...kept,
      targetFormat: 'sfnt',
      ...(measured && { variationAxes: measured }),
    });
    writeFileSync(join(folder, `${face.file}.woff2`), web);
    rules.push(fontFaceRules(face, readMetrics(plain, face.file)));
  }
  writeFileSync(join(folder, 'fonts.css'), rules.join(''));
  writeFileSync(stamp, '');
}

/**
 * Astro integration: subsets the fonts before anything is built and offers them as `@fonts/fonts.css` and
 * `@fonts/<file>.woff2`.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, '.cache/fonts');
        const texts = globSync('content/**/*.{mdx,yaml}', { cwd: root }).sort();
        await writeFonts(folder, charactersOf(texts.map((file) => readFileSync(join(root, file), 'utf8'))));
        updateConfig({ vite: { resolve: { alias: { '@fonts': folder } } } });
      },
    },
  };
}
