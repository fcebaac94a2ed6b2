import { expect, test } from 'vitest';
import { walkDrawing } from '../../../../src/figure/supernode-hall/walkDrawing.ts';
import { propsOf, sights } from '../../placement/recordedHalls.ts';
import { subpaths } from '../svgPath.ts';

const frame = { width: 760, height: 380 };

test.each(sights.filter(({ level }) => level === 'hall'))('$name can be walked into', (hall) => {
  const svg = walkDrawing(propsOf(hall, { level: 'hall', view: 'walk' }), frame);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(svg).toContain('viewBox="0 0 760 380"');
  expect(svg).toMatch(/class="processor front \w+"/);
  expect(svg).not.toContain('<text');
});

test('the person ahead stands on the floor, whole, with the head near the height of the eyes', () => {
  const listed = sights.find(({ name }) => name === 'atlas-950-superpod-1024')!;
  const svg = walkDrawing(propsOf(listed, { level: 'hall', view: 'walk' }), frame);
  const [, d] = /class="person" d="([^"]+)"/.exec(svg)!;
  const ys = subpaths(d!).flatMap((piece) => piece.map(([, y]) => y));
  expect(Math.min(...ys)).toBeLessThan(190);
  expect(Math.min(...ys)).toBeGreaterThan(150);
  expect(Math.max(...ys)).toBeLessThan(380);
});
