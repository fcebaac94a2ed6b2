import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readColour } from '../../../src/encoding/palette.ts';

// The two forms in which browsers serialise a computed sRGB colour: CSS Color 4, section 15.
test.each([
  ['rgb(255, 128, 0)', [1, 128 / 255, 0]],
  ['rgba(16, 32, 43, 0.5)', [16 / 255, 32 / 255, 43 / 255]],
  ['color(srgb 0.690196 0.266667 0.0392157)', [0.690196, 0.266667, 0.0392157]],
  ['color(srgb 1 2e-7 0 / 0.4)', [1, 2e-7, 0]],
])('%s', (text, rgb) => {
  readColour(text).forEach((channel, i) => expect(channel).toBeCloseTo(rgb[i]!, 9));
});

test('both forms of one colour are the same colour', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (r, g, b) => {
      const [first, second] = [
        readColour(`rgb(${r}, ${g}, ${b})`),
        readColour(`color(srgb ${r / 255} ${g / 255} ${b / 255})`),
      ];
      first.forEach((channel, i) => expect(channel).toBeCloseTo(second[i]!, 9));
    }),
  );
});
