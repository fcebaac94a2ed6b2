import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { tones } from '../../../../src/encoding/tone.ts';
import { hallPoster } from '../../../../src/figure/supernode-hall/poster.ts';
import { pixelsPerMetre } from '../../../../src/placement/view/camera.ts';
import { viewNames } from '../../../../src/placement/hall/hallProps.ts';
import { boxesOf } from '../../placement/drawnParts.ts';
import { hallNamed, propsOf, sights, sightOf, viewOf, wordsOf } from '../../placement/recordedHalls.ts';
import { pathsOf } from '../svgPath.ts';

const frames = [
  { width: 1120, height: 630 },
  { width: 400, height: 400 },
];
const known = new Set(
  [...readFileSync('src/styles/drawing.css', 'utf8').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(
    ([, name]) => name!,
  ),
);

describe.each(sights)('the poster of $name at the level of the $level', (hall) => {
  const words = wordsOf(hall);
  const states = viewNames.flatMap((view) =>
    [false, true].map((explode) => propsOf(hall, { level: hall.level, view, explode, xray: explode })),
  );
  const posters = frames.flatMap((frame) => states.map((props) => hallPoster(props, words, frame)));

  test('is an SVG that can be drawn, and every number in it is one', () => {
    for (const svg of posters) expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(new Resvg(posters[0]!).getBBox()).toBeDefined();
    expect(posters[0]).toContain('viewBox="0 0 1120 630"');
    expect(posters[0]).toContain('aria-hidden="true"');
  });

  test('keeps to the security policy: no style, no script, nothing from elsewhere', () => {
    for (const svg of posters) expect(svg).not.toMatch(/<style|\sstyle=|<script|\son\w+=|href|url\(/);
  });

  test('wears classes of the stylesheet and no others', () => {
    const worn = new Set(
      posters.flatMap((svg) =>
        [...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')),
      ),
    );
    expect([...worn].filter((name) => !known.has(name))).toEqual([]);
  });

  test('weighs less than 45 kB', () => {
    for (const frame of frames)
      expect(
        brotliCompressSync(hallPoster(propsOf(hall, { level: hall.level }), words, frame)).length,
      ).toBeLessThan(45_000);
  });
});

describe('the listed Atlas 950', () => {
  const hall = hallNamed('atlas-950-superpod-1024');
  const svg = hallPoster(propsOf(hall), wordsOf(hall), frames[0]!);
  const drawnAs = (start: string) =>
    pathsOf(svg)
      .filter(({ name }) => name.startsWith(start))
      .reduce((sum, { corners }) => sum + corners.length, 0);

  test('shows each of its 1,024 processors once', () => {
    const { all } = sightOf(propsOf(hall));
    const marked = boxesOf(all).filter(({ index }) => tones[all.tone[index]!] === 'processor');
    const open = boxesOf(all).filter(({ index }) => tones[all.tone[index]!] === 'substrate');
    expect([marked.length, open.length]).toEqual([1023, 1]);
    // On paper: a mark on the face of every board that is in its cabinet; on the board drawn out, the chips themselves.
    expect(drawnAs('processor front')).toBe(1024 - 8);
    expect(drawnAs('processor top') + drawnAs('substrate top')).toBe(8);
  });

  test('shows 16 compute and 4 interconnect cabinets, one of them open', () => {
    expect(drawnAs('cabinet front')).toBeGreaterThanOrEqual(15);
    expect(drawnAs('opticalCabinet front')).toBe(4);
  });
});

test('the person is 1.75 m tall at the scale of the drawing', () => {
  const hall = hallNamed('atlas-900-a3-superpod');
  const props = propsOf(hall, { view: 'front' });
  const { camera, frame } = viewOf(props);
  const person = pathsOf(hallPoster(props, wordsOf(hall), frame)).find(({ name }) => name === 'person')!;
  const ys = person.corners.flat().map(([, y]) => y);
  const tall = (Math.max(...ys) - Math.min(...ys)) / pixelsPerMetre(camera, frame);
  expect(tall).toBeCloseTo(1.75, 1);
});

test('words are written as words, whatever they hold', () => {
  const hall = hallNamed('gb200-nvl72');
  const words = { ...wordsOf(hall), part: () => ({ title: 'A <b> & "c"', detail: '' }) };
  const svg = hallPoster(propsOf(hall, { level: 'board' }), words, frames[0]!);
  expect(svg).toContain('>A &lt;b> &amp; "c"</text>');
  expect(() => new Resvg(svg)).not.toThrow();
});
