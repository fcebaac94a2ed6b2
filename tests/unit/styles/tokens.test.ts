import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Colour tokens of the first rule with this selector. */
function colours(selector: string): Map<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return new Map(
    [...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = colours(':root');
const preferred = colours(":root:not([data-theme='light'])");
const chosen = colours(":root[data-theme='dark']");

/** Contrast ratio of two colours: WCAG 2.2, relative luminance of sRGB. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
      number,
      number,
      number,
    ];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('the colour tokens', () => {
  it('are the same in the dark whether the system or the page asks for it', () => {
    expect([...chosen]).toEqual([...preferred]);
  });

  it('exist in both themes', () => {
    expect([...preferred.keys()].sort()).toEqual([...light.keys()].sort());
  });

  it.each(['ink', 'muted', 'copper', 'light'])(
    '%s is readable on paper and on a wash in both themes',
    (name) => {
      for (const theme of [light, preferred]) {
        for (const ground of ['paper', 'wash']) {
          expect(contrast(theme.get(name)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it('give assumed lines the contrast of a graphic', () => {
    for (const theme of [light, preferred]) {
      expect(contrast(theme.get('pencil')!, theme.get('paper')!)).toBeGreaterThanOrEqual(3);
    }
  });
});
