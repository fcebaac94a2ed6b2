import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { crc32 } from 'node:zlib';
import { withText } from '../../../src/build/pngText.ts';

test('a picture keeps its chunks, and has the text in one whose checksum holds', () => {
  const png = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>').render().asPng();
  const told = Buffer.from(withText(png, 'Comment', 'Version 1.2.3, commit abc'));
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < told.length;) {
    const length = told.readUInt32BE(at);
    const body = told.subarray(at + 4, at + 8 + length);
    expect(told.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  expect(chunks[0]!.type).toBe('IHDR');
  expect(chunks.at(-1)!.type).toBe('IEND');
  expect(chunks.find(({ type }) => type === 'tEXt')!.data.toString('latin1')).toBe(
    'Comment\0Version 1.2.3, commit abc',
  );
});
