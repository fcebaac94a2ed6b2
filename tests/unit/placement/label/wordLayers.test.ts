import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leastSize, posterFrames, wordLayers } from '../../../../src/placement/label/wordLayers.ts';

const css = readFileSync('src/styles/drawing.css', 'utf8');
/** Sizes of the words of drawings in units of their layout, as the style sheet sets them. */
const sizes = [...css.matchAll(/\.drawing (?:text|\.label-\w+) \{[^}]*font-size: ([\d.]+)px/g)].map(
  ([, px]) => Number(px),
);
const names = ['wide', 'narrow', 'flight'] as const;

/** Whether a picture of that size in rem meets a condition of the style sheet. */
function meets(condition: string, width: number, height: number): boolean {
  const bare = condition
    .replaceAll(/([\d.]+)rem <= (width|height)/g, (_, n: string, side: string) => `${side}>=${n}`)
    .replaceAll(/(width|height) < ([\d.]+)rem/g, '$1<$2');
  const holds = (text: string): boolean => {
    const [, side, sign, bound] = /^(width|height)(>=|<)([\d.]+)$/.exec(text)!;
    const value = side === 'width' ? width : height;
    return sign === '<' ? value < Number(bound) : value >= Number(bound);
  };
  // `(a) and (b)`, or `(a) and (b) and ((c) or (d))`
  const [all, either] = bare.split(' and ((');
  const clauses = (text: string) =>
    [...text.matchAll(/(?:width|height)(?:>=|<)[\d.]+/g)].map(([one]) => holds(one));
  return clauses(all!).every(Boolean) && (either === undefined || clauses(either).some(Boolean));
}

/** Names of the layers shown on a picture, by the rules of the style sheet. */
const shown = (width: number, height: number): string[] =>
  [...css.matchAll(/@container picture ([^{]+) \{\s*\.(words-[\w-]+) \{\s*display: inline/g)]
    .filter(([, condition]) => meets(condition!, width, height))
    .map(([, , name]) => name!);

test('the words of drawings have sizes', () => {
  expect(sizes.length).toBeGreaterThan(1);
});

describe.each(names)('a drawing made for the frame called %s', (name) => {
  const frame = posterFrames[name];
  const layers = wordLayers(name);
  const own = (width: number, height: number) =>
    shown(width, height).filter((one) => one.startsWith(`words-${name}-`));

  test('shows one layer of words at most, and none smaller than 11 pixels, whatever its size', () => {
    for (let width = 100; width <= 2200; width += 4)
      for (const height of [width / 3, width / 2, (width * 9) / 16, (width * 10) / 16, width, width * 1.4]) {
        const [one, ...more] = own(width / 16, height / 16);
        expect(more).toEqual([]);
        if (one === undefined) continue;
        const { scale } = layers.find((layer) => layer.name === one)!;
        const seen = Math.min(...sizes) * scale * Math.min(width / frame.width, height / frame.height);
        expect(seen, `${width} × ${height}: ${one}`).toBeGreaterThanOrEqual(leastSize);
      }
  });

  test('the style sheet shows each layer from the size on that it is laid out for', () => {
    for (const layer of layers) {
      const [width, height] = layer.from;
      expect(own(width, height)).toEqual([layer.name]);
      expect(own(width - 0.05, height)).not.toContain(layer.name);
      expect(own(width, height - 0.05)).not.toContain(layer.name);
    }
  });

  test('has words that grow with the reader’s text size', () => {
    const size = (pixels: number, rem: number) => {
      const height = (pixels * frame.height) / frame.width;
      const found = layers.find((layer) => own(pixels / rem, height / rem).includes(layer.name));
      return found ? (found.scale * pixels) / frame.width : 0;
    };
    const usual = name === 'narrow' ? 375 : 1120;
    expect(size(usual, 32)).toBeGreaterThan(1.4 * size(usual, 16));
  });
});

test('a stage shows words at every width from 320 to 2,200', () => {
  for (let page = 320; page <= 2200; page += 4) {
    const wide = page >= 34 * 16;
    const beside = page >= 60 * 16 ? 320 : 0;
    const [across, down] =
      page < 34 * 16 ? [1, 1] : page < 60 * 16 ? [16, 10] : page < 100 * 16 ? [16, 9] : [21, 10];
    const [width, height] = [page - beside, ((page - beside) * down) / across];
    const names = shown(width / 16, height / 16).filter((one) => one.includes(wide ? '-wide-' : '-narrow-'));
    expect(names, `${page}`).toHaveLength(1);
  }
});
