import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { documentWeight } from '../../../src/build/documentWeight.ts';
import { brotli } from '../../../src/build/serve.ts';
import { basePath } from '../../../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'document-'));
mkdirSync(join(folder, 'en/page'), { recursive: true });
const sheet = 'p { color: red } '.repeat(40);
const html = `<!doctype html><html><head><title>é</title><link rel="stylesheet" href="${basePath}/a.css"></head><body><link rel="stylesheet" href="${basePath}/a.css"><p>One</p><svg><path d="M0 0"/></svg></body></html>`;
writeFileSync(join(folder, 'a.css'), sheet);
writeFileSync(join(folder, 'en/page/index.html'), html);

test('a document is its HTML and each of its sheets once, in bytes, and every element of it', () => {
  const packed = [html, sheet].map((text) => brotli(Buffer.from(text)));
  expect(packed.map((body) => brotliDecompressSync(body).toString())).toEqual([html, sheet]);
  expect(documentWeight(folder, '/en/page/')).toEqual({
    brotli: packed[0]!.length + packed[1]!.length,
    gzip: gzipSync(html, { level: 9 }).length + gzipSync(sheet, { level: 9 }).length,
    raw: Buffer.byteLength(html),
    // html, head, title, link; body, link, p, svg, path.
    nodes: 9,
  });
});
