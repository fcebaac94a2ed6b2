import { crc32 } from 'node:zlib';

/** Length of the signature and of the header chunk that every PNG begins with. */
const start = 8 + 25;

/**
 * A PNG with a line of text in it, which readers of metadata show and no eye sees (PNG specification, `tEXt`).
 * @param keyword such as `Comment`
 * @param text of Latin letters
 */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  const body = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, start), chunk, png.subarray(start)]);
}
