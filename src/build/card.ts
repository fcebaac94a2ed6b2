import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { cardSize } from '../embed/oembed.ts';
import { drawingSheets } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';
import { readMetrics } from './fontMetrics.ts';
import { drawPicture } from './picture.ts';

const faces = [
  '@fontsource/barlow/files/barlow-latin-500-normal.woff2',
  '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2',
  // Arrows and signs that the other two lack.
  '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
];
const letters =
  Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code + 32)).join('') +
  '–—‘’“”×…·→←↑↓≈≤≥′″τ−';

/** The faces of a card as files that the drawing program reads, and whether one of them draws a character. */
interface Fonts {
  readonly files: readonly string[];
  has(character: string): boolean;
}

let fonts: Promise<Fonts> | undefined;

async function readFonts(): Promise<Fonts> {
  const folder = '.cache/card';
  mkdirSync(folder, { recursive: true });
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const cut = await Promise.all(
    faces.map((face) => subsetFont(readFileSync(resolve(face)), letters, { targetFormat: 'sfnt' })),
  );
  const files = cut.map((font, index) => {
    const file = join(folder, `${index}.ttf`);
    writeFileSync(file, font);
    return file;
  });
  const metrics = cut.map((font, index) => readMetrics(font, faces[index]!));
  return { files, has: (character) => metrics.some((one) => one.has(character)) };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that a drawing writes. */
export function charactersIn(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[\s\S]*?<\/text>/g)].map(([text]) => text.replace(/<[^>]*>/g, ''));
  const plain = texts.join('').replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
  return [...new Set(plain.replace(/\s/g, ''))];
}

/** The drawing program knows no hyphen that does not break: nothing breaks there anyway. */
const plainHyphens = (svg: string): string => svg.replaceAll('\u2011', '-');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * A picture for cards on other sites, 1200 × 630: the drawing on its paper, with a title and the site's name.
 * @param poster text of an SVG styled by the sheets of a drawing
 */
export async function card(poster: string, title: string, site: string): Promise<Uint8Array> {
  const { width, height } = cardSize;
  const band = 110;
  const drawing = poster.replace(/<svg([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/\s(x|y|width|height)="[^"]*"/g, '');
    return `<svg x="0" y="0" width="${width}" height="${height - band}"${kept}>`;
  });
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="var(--paper)"/>${drawing}
<path d="M0 ${height - band}H${width}" stroke="var(--ink)" stroke-width="2" fill="none"/>
<text x="40" y="${height - 42}" font-family="Barlow Semi Condensed" font-weight="600" font-size="46" fill="var(--ink)">${escaped(title)}</text>
<text x="${width - 40}" y="${height - 42}" text-anchor="end" font-family="Barlow" font-weight="500" font-size="24" fill="var(--muted)">${escaped(site)}</text>
</svg>`;
  const { files, has } = await (fonts ??= readFonts());
  const flat = plainHyphens(flattenStyle(sheet, drawingSheets()));
  const lacking = charactersIn(flat).filter((character) => !has(character));
  if (lacking.length > 0)
    throw new Error(
      `card "${title}": ${lacking.map((one) => `"${one}" (U+${one.codePointAt(0)!.toString(16)})`).join(', ')}: no face of the card draws it; allowed: what Barlow or Noto Sans Math has`,
    );
  return drawPicture({ svg: flat, width, fontFiles: files, defaultFontFamily: 'Barlow' }, title);
}
