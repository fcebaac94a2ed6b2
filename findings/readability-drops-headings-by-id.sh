#!/usr/bin/env bash
# @mozilla/readability 0.6.0 drops a heading because of letters in its id. It takes any id or class with "meta", "media",
# "share", "related" or the like in it as a sign of what stands beside the text, also inside longer words, and headings
# with such a weight are removed. Static site generators make ids out of what headings say, so an article on rare earths
# loses its heading "Metals" (id "metals") and one on copper and light its heading "Media", while their paragraphs stay.
# Seen: headings kept "Wafers" alone; a class with "text" in it brings all three back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type":"module","private":true}' > package.json
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.12 > /dev/null
cat > run.js <<'JS'
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const words = 'A sentence about machines, long enough to be read as the text of an article, with commas, and so on. ';
const page = (attribute) =>
  `<!doctype html><html><head><title>On chips</title></head><body><article><h1>On chips</h1>${['Metals', 'Media', 'Wafers']
    .map((name) => `<h2 id="${name.toLowerCase()}"${attribute}>${name}</h2><p>${words.repeat(8)}</p>`)
    .join('')}</article></body></html>`;
const kept = (attribute) => {
  const { content } = new Readability(parseHTML(page(attribute)).document).parse();
  return ['Metals', 'Media', 'Wafers'].filter((name) => content.includes(`>${name}</h2>`)).join(' ');
};
const seen = `${kept('')} | ${kept(' class="text-heading"')}`;
console.log(seen);
if (seen !== 'Wafers | Metals Media Wafers') process.exit(1);
JS
node run.js
