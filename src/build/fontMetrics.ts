/** What a fallback face needs to take the same room as a font. All lengths are fractions of the em. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Mean advance of a letter of English text, spaces included, weighted by how often each letter occurs. */
  readonly meanAdvance: number;
  /** Advance of a character; null where the font has none. */
  advance(character: string): number | null;
  /** The same mean of other advances. */
  meanOf(advance: (character: string) => number): number;
  /** Whether the font draws a character. */
  has(character: string): boolean;
}

/**
 * How often each letter occurs in English text, per mille, word spaces included.
 * Letters: the relative frequencies of the Concise Oxford Dictionary's word list scaled to running text (Lewand 2000).
 */
const frequency: Readonly<Record<string, number>> = {
  ' ': 183, a: 67, b: 12, c: 23, d: 35, e: 104, f: 18, g: 16, h: 50, i: 57, j: 1, k: 6, l: 33, m: 20,
  n: 55, o: 61, p: 16, q: 1, r: 49, s: 52, t: 74, u: 23, v: 8, w: 19, x: 1, y: 16, z: 1,
}; // prettier-ignore

/**
 * Mean advance of English text.
 * @param advance advance of one character, in units of the em divided by `unitsPerEm`
 */
export function meanAdvance(advance: (character: string) => number, unitsPerEm: number): number {
  let sum = 0;
  let weight = 0;
  for (const [character, count] of Object.entries(frequency)) {
    sum += count * advance(character);
    weight += count;
  }
  return sum / weight / unitsPerEm;
}

/**
 * Reads the metrics of an uncompressed OpenType font (tables head, hhea, hmtx, cmap format 4).
 * Formats: the OpenType specification, version 1.9.
 * @throws if a table or a letter is missing
 */
export function readMetrics(font: Uint8Array, name: string): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = (tag: string): number => {
    for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
      if (String.fromCharCode(...font.subarray(record, record + 4)) === tag)
        return view.getUint32(record + 8);
    }
    throw new Error(`font ${name}: no table "${tag}"`);
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const longMetrics = view.getUint16(hhea + 34);
  const glyphOf = characterMap(view, table('cmap'), name);
  const has = (character: string): boolean => glyphOf(character.codePointAt(0)!) !== 0;
  const advance = (character: string): number => {
    const glyph = glyphOf(character.codePointAt(0)!);
    if (glyph === 0) throw new Error(`font ${name}: no glyph for "${character}"`);
    return view.getUint16(hmtx + 4 * Math.min(glyph, longMetrics - 1));
  };
  return {
    ascent: view.getInt16(hhea + 4) / unitsPerEm,
    descent: -view.getInt16(hhea + 6) / unitsPerEm,
    lineGap: view.getInt16(hhea + 8) / unitsPerEm,
    meanAdvance: meanAdvance(advance, unitsPerEm),
    advance: (character) => (has(character) ? advance(character) / unitsPerEm : null),
    meanOf: (other) => meanAdvance(other, 1),
    has,
  };
}

/** Glyph of a code point of the Basic Multilingual Plane; 0 where the font has none. */
function characterMap(view: DataView, cmap: number, name: string): (codePoint: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const start = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(start) !== 4) continue;
    const segments = view.getUint16(start + 6) / 2;
    const [ends, starts] = [start + 14, start + 16 + 2 * segments];
    const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
    return (codePoint) => {
      for (let s = 0; s < segments; s++) {
        if (codePoint > view.getUint16(ends + 2 * s)) continue;
        const first = view.getUint16(starts + 2 * s);
        if (codePoint < first) return 0;
        const delta = view.getUint16(deltas + 2 * s);
        const offset = view.getUint16(offsets + 2 * s);
        if (offset === 0) return (codePoint + delta) & 0xffff;
        const glyph = view.getUint16(offsets + 2 * s + offset + 2 * (codePoint - first));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error(`font ${name}: no character map of format 4`);
}
