import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faces, tones } from '../../../src/encoding/tone.ts';

const css = readFileSync('src/styles/drawing.css', 'utf8');
/** What a tone is mixed from, by tone. */
const mixes = new Map(
  [...css.matchAll(/^\.(\w+) \{\n {2}--tone: (.*);/gm)].map(([, tone, mix]) => [tone!, mix!]),
);

test('every tone and face has its rule, and no rule is left over', () => {
  expect([...mixes.keys()].sort()).toEqual([...tones].sort());
  for (const face of faces) expect(css).toMatch(new RegExp(`^\\.${face} \\{\\n  fill: .*--tone`, 'm'));
});

test('copper is worn by what is electrical, light by what is optical, and by nothing else', () => {
  const wearing = (colour: string) =>
    [...mixes].filter(([, mix]) => mix.includes(colour)).map(([tone]) => tone);
  expect(wearing('--copper').sort()).toEqual(['electricalBoard', 'processor', 'switchChip', 'wire']);
  expect(wearing('--light').sort()).toEqual(['fibre', 'opticalBoard', 'opticalCabinet', 'opticalPort']);
});
