import { expect, test } from 'vitest';
import { card, charactersIn } from '../../../src/build/card.ts';

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50" class="drawing">${inside}</svg>`;

test('the characters of a drawing are those of its texts', () => {
  expect(charactersIn(drawing('<text x="1">a &amp; <tspan>→</tspan></text><title>z</title>')).sort()).toEqual(
    ['&', 'a', '→'].sort(),
  );
});

test('an arrow of a title is drawn: the picture differs from the one without it', async () => {
  const [with_, without] = [
    await card(drawing(''), 'A → B', 'site'),
    await card(drawing(''), 'A   B', 'site'),
  ];
  expect(Buffer.from(with_.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(Buffer.compare(Buffer.from(with_), Buffer.from(without))).not.toBe(0);
});

test('a character that no face draws is named', async () => {
  await expect(card(drawing('<text>ᚠ</text>'), 'Runes', 'site')).rejects.toThrow(
    'card "Runes": "ᚠ" (U+16a0)',
  );
});

test('a fill that the drawing program cannot read is told, and the next picture is made all the same', async () => {
  await expect(card(drawing('<path fill="paint(3)" d="M0 0h9v9z"/>'), 'Odd', 'site')).rejects.toThrow(
    /picture "Odd": the drawing program says: .*paint/,
  );
  await expect(card(drawing('<path fill="#123456" d="M0 0h9v9z"/>'), 'Even', 'site')).resolves.toHaveProperty(
    'length',
  );
});
