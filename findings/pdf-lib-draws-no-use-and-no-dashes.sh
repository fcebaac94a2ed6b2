#!/usr/bin/env bash
# @cantoo/pdf-lib 2.11.1 draws an SVG without what `<use>` repeats and without dashes, and says nothing. A drawing of racks
# holds a cabinet once in `<defs>` and repeats it, and tells copper from light by a dashed stroke: in the PDF the hall is
# empty and light is as solid as copper. Expected: what every browser paints of the same SVG, or an error.
# Seen: two squares written out give 2 fills in the page's stream, the same two as `<use href>` give 0; a line with
# `stroke-dasharray="6 4"` gives 1 stroke whose dash array is empty.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type":"module","private":true}' > package.json
npm install --silent --no-audit --no-fund @cantoo/pdf-lib@2.11.1 > /dev/null
cat > run.js <<'JS'
import { decodePDFRawStream, PDFArray, PDFDocument } from '@cantoo/pdf-lib';

/** The operators of the one page that an SVG becomes. */
async function operators(inner) {
  const document = await PDFDocument.create();
  const page = document.addPage([100, 100]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">${inner}</svg>`;
  page.drawSvg(svg, { x: 0, y: 100, width: 100, height: 100 });
  const saved = await PDFDocument.load(await document.save({ useObjectStreams: false }));
  const contents = saved.getPage(0).node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((one) => saved.context.lookup(one)) : [contents];
  return streams
    .filter((stream) => stream !== undefined)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n');
}
const count = (text, operator) => text.split('\n').filter((line) => line.trim() === operator).length;
const dashed = (text) => (text.match(/\[[^\]]*\] \S+ d/g) ?? []).filter((one) => /\d/.test(one.slice(0, one.indexOf(']')))).length;

const square = (x) => `<rect x="${x}" width="10" height="10" fill="#000"/>`;
const written = await operators(square(0) + square(20));
const repeated = await operators(`<defs><g id="c">${square(0)}</g></defs><use href="#c"/><use href="#c" x="20"/>`);
const line = await operators('<path d="M0 5H90" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="6 4"/>');
const seen = `fills ${count(written, 'f')} ${count(repeated, 'f')} | strokes ${count(line, 'S')} dashed ${dashed(line)}`;
console.log(seen);
if (seen !== 'fills 2 0 | strokes 1 dashed 0') process.exit(1);
JS
node run.js
