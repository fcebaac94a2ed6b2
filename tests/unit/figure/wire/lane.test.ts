import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barOf, laneSvg } from '../../../../src/figure/wire/lane.ts';
import { roundStep, ticksOf } from '../../../../src/figure/wire/ruler.ts';
import {
  endingStrands,
  pixelsPerTerabyte,
  strandsOf,
  thicknessOf,
} from '../../../../src/figure/wire/strands.ts';
import type { Stretch } from '../../../../src/model/wire/wire.ts';

const board: Stretch = { id: 'board', from: 0.025, to: 0.5, ports: 15, bandwidth: 1.68e12, medium: 'copper' };
const cabinet: Stretch = { id: 'cabinet', from: 0.5, to: 1, ports: 8, bandwidth: 0.896e12, medium: 'copper' };
const pod: Stretch = { id: 'pod', from: 1, to: 11, ports: 4, bandwidth: 0.448e12, medium: 'light' };
const metres = (length: number) => `${length} m`;
const lengths = fc
  .tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0.01, max: 300, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('thickness', () => {
  test('is in proportion to what one chip can send and receive, in every stretch', () => {
    for (const stretch of [board, cabinet, pod])
      expect(thicknessOf(stretch) / stretch.bandwidth).toBeCloseTo(pixelsPerTerabyte / 1e12, 20);
  });

  test('is filled by one strand a port, side by side', () => {
    for (const stretch of [board, cabinet, pod]) {
      const strands = strandsOf(stretch);
      expect(strands).toHaveLength(stretch.ports);
      expect(strands.reduce((sum, { pitch }) => sum + pitch, 0)).toBeCloseTo(thicknessOf(stretch), 9);
      strands.slice(1).forEach(({ x, pitch }, i) => expect(x - strands[i]!.x).toBeCloseTo(pitch, 9));
    }
  });

  test('changes only at the right: what goes on keeps its place', () => {
    const kept = strandsOf(cabinet);
    strandsOf(board)
      .slice(0, cabinet.ports)
      .forEach(({ x }, i) => expect(x).toBeCloseTo(kept[i]!.x, 9));
    expect(endingStrands(board, cabinet)).toBe(7);
    expect(endingStrands(cabinet, pod)).toBe(4);
    expect(endingStrands(pod, null)).toBe(4);
  });
});

describe('length', () => {
  test('ticks lie where their length is, and are named with round ones', () => {
    fc.assert(
      fc.property(lengths, (stretch) => {
        const ticks = ticksOf(stretch);
        for (const { metres: at, at: share } of ticks) {
          expect(share).toBeCloseTo((at - stretch.from) / (stretch.to - stretch.from), 6);
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThan(1);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(8);
        expect(ticks.length).toBeLessThanOrEqual(26);
      }),
    );
  });

  test('the scale bar is as long as it says', () => {
    fc.assert(
      fc.property(lengths, (stretch) => {
        const bar = barOf(stretch);
        expect(bar.share * (stretch.to - stretch.from)).toBeCloseTo(bar.metres, 9);
        expect(bar.share).toBeLessThanOrEqual(0.2 + 1e-9);
        expect(bar.share).toBeGreaterThan(0.07);
      }),
    );
    expect(roundStep(10, 5)).toBe(2);
  });
});

describe('the drawing of a stretch', () => {
  test('runs from edge to edge whatever its height, and has no length of its own', () => {
    const svg = laneSvg(pod, null, metres);
    expect(svg).not.toContain('viewBox');
    expect(svg.match(/class="wire-light"[^>]*y1="0" y2="100%"/g)).toHaveLength(4);
  });

  test('turns aside the strands that end, and marks where copper becomes light', () => {
    const svg = laneSvg(board, cabinet, metres);
    expect(svg.match(/wire-ending/g)).toHaveLength(7);
    expect(svg).not.toContain('wire-module');
    expect(laneSvg(cabinet, pod, metres)).toContain('wire-module');
  });

  test('has a bar of its scale', () => {
    expect(laneSvg(pod, null, metres)).toContain('class="wire-bar" x="48" y="0" width="4" height="20%"');
  });
});
