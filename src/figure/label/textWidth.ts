/** Advance of characters of Barlow 400 in thousandths of an em, by kind; the rest are about 540. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,:;'’|!()[\] ]/g, 270],
  [/[frt/-]/g, 370],
  [/[mwMW%]/g, 830],
  [/[A-Z0-9&]/g, 630],
];

/** Width of a text in pixels, estimated a little wide. */
export function textWidth(text: string, size = 13): number {
  let rest = text;
  let width = 0;
  for (const [kind, advance] of kinds) {
    const others = rest.replace(kind, '');
    width += (rest.length - others.length) * advance;
    rest = others;
  }
  return ((width + rest.length * 550) / 1000) * size;
}

/** A text in lines no wider than `width` pixels where its words allow. */
export function wrapText(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
