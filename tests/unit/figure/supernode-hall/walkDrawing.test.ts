import { expect, test } from 'vitest';
import { packFaces } from '../../../../src/figure/axonometry/pack.ts';
import { walkDrawing } from '../../../../src/figure/supernode-hall/walkDrawing.ts';
import { hallNamed, halls, propsOf, wordsOf } from '../../placement/recordedHalls.ts';
import { subpaths } from '../svgPath.ts';

const frame = { width: 760, height: 380 };
const drawn = (name: string, paint = packFaces) => {
  const hall = hallNamed(name);
  return walkDrawing(propsOf(hall, { view: 'walk' }), wordsOf(hall), frame, paint);
};

test.each(halls.map(({ name }) => name))('%s can be walked into', (name) => {
  const svg = drawn(name);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(svg).toContain('viewBox="0 0 760 380"');
  expect(svg).toMatch(/class="processor front \w+"/);
  expect(svg.match(/class="label-title"/g)!.length).toBeGreaterThanOrEqual(3);
  // Floor, ceiling and walls.
  expect(svg).toMatch(/class="floor-grid" d="M/);
});

test('the person ahead stands on the floor, whole, with the head near the height of the eyes', () => {
  const [, d] = /class="person" d="([^"]+)"/.exec(drawn('atlas-950-superpod-1024'))!;
  const ys = subpaths(d!).flatMap((piece) => piece.map(([, y]) => y));
  expect(Math.min(...ys)).toBeLessThan(190);
  expect(Math.min(...ys)).toBeGreaterThan(150);
  expect(Math.max(...ys)).toBeLessThan(380);
});

test('trays show their undersides and their sides', () => {
  const svg = drawn('atlas-950-superpod-1024');
  expect(svg).toMatch(/class="tray top pencil"/);
  expect(svg).toMatch(/class="tray (front|side) pencil"/);
});
