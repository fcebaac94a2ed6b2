import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { basePath } from '../settings.ts';
import { brotli } from './serve.ts';

/** What the HTML of a page and the style sheets it names weigh, bytes; its elements are counted. */
export interface DocumentWeight {
  /** HTML and style sheets, brotli quality 11, each file by itself. */
  readonly brotli: number;
  /** The same by gzip, which is the best that many hosts send. */
  readonly gzip: number;
  /** HTML alone, as a phone parses it. */
  readonly raw: number;
  readonly nodes: number;
}

/**
 * Weighs the document of a built page.
 * @param folder the built site
 * @param address path of the page below the site's root, with slashes at both ends
 */
export function documentWeight(folder: string, address: string): DocumentWeight {
  const html = readFileSync(join(folder, address, 'index.html'));
  const { document } = parseHTML(html.toString());
  const named = [...document.querySelectorAll('link[rel="stylesheet"]')].map((link) =>
    link.getAttribute('href')!.slice(basePath.length),
  );
  const files = [html, ...[...new Set(named)].map((sheet) => readFileSync(join(folder, sheet)))];
  const sum = (pack: (file: Buffer) => Buffer) => files.reduce((bytes, file) => bytes + pack(file).length, 0);
  return {
    brotli: sum(brotli),
    gzip: sum((file) => gzipSync(file, { level: 9 })),
    raw: html.length,
    nodes: document.querySelectorAll('*').length,
  };
}
