import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsPerSquare, modelFit, type FitPart } from '../../../../src/figure/model-fit/drawing.ts';

const words = { domain: 'domain', hop: 'first hop', more: 'more', square: (n: number) => `square of ${n}` };
const part = (id: FitPart['id'], chips: number): FitPart => ({
  id,
  chips,
  label: { title: id, detail: 'detail', short: 'short' },
});
const frame = { width: 1120, height: 630 };
const squares = (svg: string) => svg.match(/<path class="fill-empty" d="([^"]*)"/)![1]!.split('z').length - 1;

describe('packages and what fills them', () => {
  it('draws whole machines, and a hop only where one is not enough', () => {
    const one = modelFit({ parts: [part('weights', 5.5)], needed: 6, domain: 8, words }, frame);
    expect(squares(one)).toBe(8);
    expect(one).not.toContain('first hop');
    const two = modelFit(
      { parts: [part('weights', 10.1), part('cache', 3.4)], needed: 14, domain: 8, words },
      frame,
    );
    expect(squares(two)).toBe(16);
    expect(two).toContain('first hop');
  });

  it('draws just the chips that are needed, without a frame, where machines are left out', () => {
    for (const chips of [0.5, 13.2, 108.4]) {
      const svg = modelFit(
        { parts: [part('weights', chips)], needed: Math.ceil(chips), domain: null, words },
        frame,
      );
      expect(squares(svg)).toBe(Math.ceil(chips));
      expect(svg).not.toContain('fill-frame');
    }
  });

  it('draws the chips that whole parts take beside those that they fill', () => {
    const svg = modelFit({ parts: [part('weights', 87.9)], needed: 96, domain: null, words }, frame);
    expect(squares(svg)).toBe(96);
  });

  it('fills as much area as the parts take', () => {
    const svg = modelFit(
      { parts: [part('weights', 2.5), part('cache', 1.25)], needed: 4, domain: 8, words },
      frame,
    );
    const area = (id: string) =>
      [
        ...svg.match(new RegExp(`class="fill-${id}" d="([^"]*)"`))![1]!.matchAll(/h([\d.]+)v([\d.]+)/g),
      ].reduce((sum, [, w, h]) => sum + Number(w) * Number(h), 0);
    expect(area('weights') / area('cache')).toBeCloseTo(2, 1);
  });

  it('draws no more squares than a reader can take, and none outside the frame', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 40_000, noNaN: true }),
        fc.constantFrom(8, 72, 384, 1024, 8192, 9216, null),
        fc.constantFrom(
          { width: 1120, height: 630 },
          { width: 720, height: 540 },
          { width: 400, height: 540 },
        ),
        (chips, domain, size) => {
          const svg = modelFit(
            { parts: [part('weights', chips)], needed: Math.ceil(chips), domain, words },
            size,
          );
          expect(squares(svg)).toBeLessThanOrEqual(1600);
          expect(svg).not.toMatch(/NaN|Infinity/);
          for (const [, x, y] of svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(size.width);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(size.height);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lets a square stand for more chips where there are many', () => {
    expect(chipsPerSquare(14, 8)).toBe(1);
    expect(chipsPerSquare(46, 9216)).toBe(8);
  });
});
