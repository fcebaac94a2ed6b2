import { expect, test } from 'vitest';
import { flattenStyle, plainValue } from '../../../src/build/flattenStyle.ts';

const sheet = `
:root { --paper: #ffffff; --ink: #000000; --font: 'A B', sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #111111; } }
.cabinet { --tone: color-mix(in srgb, var(--ink) 25%, var(--paper)); }
.front { fill: var(--tone); } /* a face */
.drawing .ink { stroke: var(--ink); }
.drawing text { font-family: var(--font); }
`;

test('classes, properties and mixtures become plain colours of the light theme', () => {
  const svg = '<svg class="drawing"><g class="cabinet"><path class="front ink" d="M0 0"/></g></svg>';
  expect(flattenStyle(svg, [sheet])).toContain(
    '<path class="front ink" d="M0 0" style="fill:#bfbfbf;stroke:#000000"/>',
  );
});

test('a rule inside a class holds only there', () => {
  const svg = '<svg><text>a</text><g class="drawing"><text>b</text></g></svg>';
  expect(flattenStyle(svg, [sheet])).toBe(
    `<svg><text>a</text><g class="drawing"><text style="font-family:'A B', sans-serif">b</text></g></svg>`,
  );
});

test('attributes that name a property are worked out too', () => {
  expect(flattenStyle('<rect fill="var(--paper)"/>', [sheet])).toBe('<rect fill="#ffffff"/>');
});

test('a property that no sheet sets is an error with its name', () => {
  expect(() => plainValue('var(--gold)', {})).toThrow('--gold');
});

test('a rule for two classes at once holds where both are', () => {
  const svg = '<svg><path class="die top"/><path class="top"/></svg>';
  expect(flattenStyle(svg, ['.top { fill: #fff; } .die.top { fill: #000; }'])).toBe(
    '<svg><path class="die top" style="fill:#000"/><path class="top" style="fill:#fff"/></svg>',
  );
});
