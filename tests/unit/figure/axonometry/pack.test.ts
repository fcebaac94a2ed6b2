import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { drawingSheets } from '../../../../src/build/drawingFile.ts';
import { flattenStyle } from '../../../../src/build/flattenStyle.ts';
import { tones } from '../../../../src/encoding/tone.ts';
import { drawSolids } from '../../../../src/figure/axonometry/axonometry.ts';
import { packFaces } from '../../../../src/figure/axonometry/pack.ts';
import { hallPoster } from '../../../../src/figure/supernode-hall/poster.ts';
import { buildSolids, type Solid } from '../../../../src/placement/solid/solids.ts';
import { hallNamed, propsOf, wordsOf } from '../../placement/recordedHalls.ts';

const sheets = drawingSheets();

/** Painted this many times as large, so that a pixel knows how much of it an edge covers, which four samples do not tell. */
const finer = 4;

/** What one sees of a drawing on its paper, a pixel after the other: the mean of what is painted in it, RGB. */
function painted(svg: string): Float32Array {
  const words = svg.replaceAll(/<text.*?<\/text>/gs, '');
  const zoom = { mode: 'zoom', value: finer } as const;
  const { pixels, width, height } = new Resvg(flattenStyle(words, sheets), { background: '#f2f4f3', fitTo: zoom }).render(); // prettier-ignore
  const [across, down] = [width / finer, height / finer];
  const mean = new Float32Array(across * down * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = 0; k < 3; k++)
        mean[(Math.floor(y / finer) * across + Math.floor(x / finer)) * 3 + k]! +=
          pixels[(y * width + x) * 4 + k]! / finer ** 2;
  return mean;
}

/**
 * Share of the pixels that differ by more than 20 of 255 in a channel: more than two edges can that are rounded to a tenth
 * of a pixel in the one drawing and not in the other.
 */
function difference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  let count = 0;
  for (let at = 0; at < a.length; at += 3)
    if ([0, 1, 2].some((k) => Math.abs(a[at + k]! - b[at + k]!) > 20)) count++;
  return count / (a.length / 3);
}

const nodes = (svg: string) => svg.match(/<[a-z]/g)!.length;

describe.each([
  ['atlas-950-superpod-1024', 'hall'],
  ['atlas-900-a3-superpod', 'cabinet'],
  ['gb200-nvl72', 'hall'],
  ['gb200-nvl72', 'board'],
] as const)('the poster of %s at the level of the %s, packed', (name, level) => {
  const hall = hallNamed(name);
  const [plain, packed] = [undefined, packFaces].map((paint) =>
    hallPoster(propsOf(hall, { level }), wordsOf(hall), { width: 1120, height: 630 }, paint),
  ) as [string, string];

  test('looks the same', () => {
    expect(difference(painted(plain), painted(packed))).toBeLessThanOrEqual(0.001);
  });

  test('has at most 0.6 of the nodes, and is shorter', () => {
    expect(nodes(packed) / nodes(plain)).toBeLessThanOrEqual(0.6);
    expect(packed.length / plain.length).toBeLessThan(0.57);
  });
});

describe('boxes', () => {
  const draw = (boxes: readonly Partial<Solid>[]) => {
    const solids = buildSolids(tones);
    const sound = { centre: [0, 0, 0], size: [1, 1, 1], tone: 'board', look: 'ink' } as const;
    for (const box of boxes) solids.add({ ...sound, ...box, owner: solids.own([]) });
    const camera = { yaw: 0, pitch: 0, target: [0, 0, 0], height: 6 } as const;
    return drawSolids(solids.finish(), camera, { width: 600, height: 600 }, packFaces);
  };

  test('a box behind a nearer one is left out, one that looks out behind it is not', () => {
    const near: Partial<Solid> = { centre: [0, 0, 2], size: [2, 2, 1], tone: 'die' };
    expect(draw([{}, near])).not.toContain('board');
    expect(draw([{ size: [1, 3, 1] }, near])).toMatch(/board.*die/);
    expect(draw([{}, { ...near, look: 'ghost' }])).toContain('board');
  });

  test('two alike share a path unless what lies between in depth touches one of them', () => {
    const left: Partial<Solid> = { centre: [-1.5, 0, 0] };
    const right: Partial<Solid> = { centre: [1.5, 0, 2] };
    const between = (x: number): Partial<Solid> => ({
      centre: [x, 0, 1],
      size: [0.5, 0.5, 0.2],
      tone: 'die',
    });
    const paths = (svg: string) => [...svg.matchAll(/<path class="(\w+)/g)].map(([, tone]) => tone);
    expect(paths(draw([left, between(0), right])).sort()).toEqual(['board', 'die']);
    // Partly over the left one and partly under the right one.
    const across: Partial<Solid> = { ...between(0), size: [2.5, 0.5, 0.2] };
    expect(paths(draw([left, across, right]))).toEqual(['board', 'die', 'board']);
  });
});

test('nothing drawn is no text', () => expect(packFaces([])).toBe(''));
