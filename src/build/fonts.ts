import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { advancesOf, fallbackRules, type Fallback } from './fallbackFace.ts';
import { readMetrics, type FontMetrics } from './fontMetrics.ts';

/** One face the site serves: where its outlines come from and what is kept of them. */
export interface Face {
  /** Name of the generated file, without its ending. */
  readonly file: string;
  readonly family: string;
  readonly source: string;
  /** Value of `font-weight`: one weight, or the two ends of a variable range. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** The instance that is kept of a variable source. */
  readonly axes?: Record<string, number>;
  readonly fallback: Fallback;
  /** It sets titles, running text or notes above them, whose lines push what follows. */
  readonly flows?: true;
}

const arial: Fallback = {
  local: ['Arial', 'ArialMT', 'Liberation Sans', 'Helvetica'],
  advances: advancesOf(
    'ijl‘’ 222, ␣ftI.‚:;/ 278, r-“”() 333, cksvxyzJ 500, ÷ 549, abdeghnopquL0123456789–?$ 556, =+× 584, FTZ 611, ABEKPSVXY& 667, wCDHNRU 722, GOQ 778, mM 833, % 889, W 944, — 1000',
  ),
};
const arialBold: Fallback = {
  local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Helvetica Bold'],
  advances: advancesOf(
    '␣ijlI.‚‘’/ 278, ft:;-() 333, r 389, z“” 500, ÷ 549, aceksvxyJ0123456789–$ 556, =+× 584, bdghnopquFLTZ? 611, EPSVXY 667, ABCDHKNRU& 722, wGOQ 778, M 833, m% 889, W 944, — 1000',
  ),
};
const times: Fallback = {
  local: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Times'],
  advances: advancesOf(
    '␣.‚ 250, ijlt:;/ 278, frI-‘’() 333, sJ 389, acez“”? 444, bdghknopquvxy0123456789–$ 500, ÷ 549, FPS 556, =+× 564, ELTZ 611, BCR 667, wADGHKNOQUVXY 722, m& 778, % 833, M 889, W 944, — 1000',
  ),
};
const timesBold: Fallback = {
  local: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Times Bold'],
  advances: advancesOf(
    '␣.‚ 250, il/ 278, fjt:;-‘’() 333, sI 389, cerz 444, agovxyJ0123456789–“”?$ 500, ÷ 549, bdhknpquS 556, =+× 570, FP 611, BELTZ 667, wACDNRUVXY 722, GHKOQ 778, m& 833, M 944, W—% 1000',
  ),
};
const timesItalic: Fallback = {
  local: ['Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Liberation Serif Italic', 'Times Italic'],
  advances: advancesOf(
    '␣.‚ 250, fijlt/ 278, I:;-‘’() 333, rsz 389, cekvxyJ 444, abdghnopquS0123456789–?$ 500, ÷ 549, LTYZ“” 556, ABEFPRVX 611, wCKN 667, =+× 675, mDGHOQU 722, & 778, MW% 833, — 889',
  ),
};

const barlow = '@fontsource/barlow/files/barlow-latin';
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz';

/**
 * Every face of the site. The optical axis stands at the middle of the reading sizes, 18 to 26 px: letters whose widths
 * change with their size would leave no fallback with the same lines. Weights and slopes that a page may do without
 * are faces of their own.
 */
export const faces: readonly Face[] = [
  {
    file: 'barlow-semi-condensed-600',
    family: 'Barlow Semi Condensed',
    source: '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2',
    weight: '600',
    style: 'normal',
    fallback: arialBold,
    flows: true,
  },
  {
    file: 'barlow-400',
    family: 'Barlow',
    source: `${barlow}-400-normal.woff2`,
    weight: '400',
    style: 'normal',
    fallback: arial,
    flows: true,
  },
  {
    file: 'barlow-500',
    family: 'Barlow',
    source: `${barlow}-500-normal.woff2`,
    // Strong labels take it too: a face of their own would be one more request of every page.
    weight: '500 700',
    style: 'normal',
    fallback: arial,
    flows: true,
  },
  {
    file: 'source-serif',
    family: 'Source Serif',
    source: `${serif}-normal.woff2`,
    weight: '400',
    style: 'normal',
    axes: { opsz: 20, wght: 400 },
    fallback: times,
    flows: true,
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

/** What the metrics of a face are measured on. */
const letters = 'abcdefghijklmnopqrstuvwxyz';

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

/** The rules of one face and of the local face that stands in its place. */
export function fontFaceRules(face: Face, metrics: FontMetrics): string {
  const { family, file, weight, style, fallback } = face;
  return `@font-face {
  font-family: '${family}';
  src: url('./${file}.woff2') format('woff2');
  font-weight: ${weight};
  font-style: ${style};
  font-display: swap;
}
${fallbackRules(family, weight, style, fallback, metrics, face.flows === true)}`;
}

/** Arrows and signs that the faces lack, in one small face that a page asks for where it needs one of them. */
const signs = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2';

/** The browser makes a hyphen that does not break out of the plain one. */
const composed = '\u2011';

/** The rules by which a family takes from the face of signs what its own face lacks. */
const signRules = (family: string, lacking: string): string =>
  lacking === ''
    ? ''
    : `@font-face {
  font-family: '${family}';
  src: url('./signs.woff2') format('woff2');
  font-weight: 1 1000;
  font-style: normal;
  font-display: swap;
  unicode-range: ${[...lacking].map((one) => `U+${one.codePointAt(0)!.toString(16)}`).join(', ')};
}
`;

/**
 * Writes the subset fonts and `fonts.css` into `folder`, unless they are there already for the same input.
 * @param characters what the fonts must be able to set
 */
export async function writeFonts(folder: string, characters: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const sources = faces.map((face) => readFileSync(require.resolve(face.source)));
  const recipe = createHash('sha256').update(JSON.stringify([faces, features, characters]));
  for (const source of sources) recipe.update(source);
  recipe.update(signs);
  recipe.update(readFileSync(fileURLToPath(import.meta.url)));
  const stamp = join(folder, `${recipe.digest('hex')}.stamp`);
  if (existsSync(stamp)) return;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rules: string[] = [];
  const lacking = new Map<string, Set<string>>();
  for (const [i, face] of faces.entries()) {
    const kept = { keepFeatures: features, noHinting: true };
    const web = await subsetFont(sources[i]!, characters, {
      ...kept,
      targetFormat: 'woff2',
      ...(face.axes && { variationAxes: face.axes }),
    });
    const plain = await subsetFont(sources[i]!, characters, {
      ...kept,
      targetFormat: 'sfnt',
      ...(face.axes && { variationAxes: face.axes }),
    });
    writeFileSync(join(folder, `${face.file}.woff2`), web);
    const metrics = readMetrics(plain, face.file);
    rules.push(fontFaceRules(face, metrics));
    const without = lacking.get(face.family) ?? new Set();
    for (const one of characters) if (one !== composed && !metrics.has(one)) without.add(one);
    lacking.set(face.family, without);
  }
  const all = [...new Set([...lacking.values()].flatMap((one) => [...one]))].sort().join('');
  if (all !== '') {
    const source = readFileSync(require.resolve(signs));
    const drawn = readMetrics(
      await subsetFont(source, `${all} ${letters}`, { targetFormat: 'sfnt' }),
      'signs',
    );
    const nowhere = [...all].filter((one) => !drawn.has(one));
    if (nowhere.length > 0)
      throw new Error(
        `characters ${nowhere.map((one) => `"${one}" (U+${one.codePointAt(0)!.toString(16)})`).join(', ')}: no face of the site draws them; allowed: those of ${faces.map(({ family }) => family).join(', ')} or of the face of signs`,
      );
    const web = await subsetFont(source, all, { keepFeatures: [], noHinting: true, targetFormat: 'woff2' });
    writeFileSync(join(folder, 'signs.woff2'), web);
    for (const [family, without] of lacking) rules.push(signRules(family, [...without].sort().join('')));
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
