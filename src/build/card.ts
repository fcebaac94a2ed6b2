import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { cardSize } from '../embed/oembed.ts';
import { drawingSheets } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';

const faces = [
  '@fontsource/barlow/files/barlow-latin-500-normal.woff2',
  '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2',
];
const letters =
  Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code + 32)).join('') + '–—’“”×…·';

let files: Promise<string[]> | undefined;

/** The faces of a card as files that the drawing program reads. */
async function fontFiles(): Promise<string[]> {
  const folder = '.cache/card';
  mkdirSync(folder, { recursive: true });
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return Promise.all(
    faces.map(async (face, index) => {
      const file = join(folder, `${index}.ttf`);
      writeFileSync(file, await subsetFont(readFileSync(resolve(face)), letters, { targetFormat: 'sfnt' }));
      return file;
    }),
  );
}

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
  files ??= fontFiles();
  const drawn = new Resvg(flattenStyle(sheet, drawingSheets()), {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: await files, loadSystemFonts: false, defaultFontFamily: 'Barlow' },
  });
  return drawn.render().asPng();
}
