import { describe, expect, test } from 'vitest';
import { breakLines, paper, scrollSvg } from '../../../../src/figure/wire/scroll.ts';
import { thicknessOf } from '../../../../src/figure/wire/strands.ts';
import type { Stretch } from '../../../../src/model/wire/wire.ts';

const wire: readonly Stretch[] = [
  { id: 'board', from: 0, to: 0.5, ports: 15, bandwidth: 1.68e12, medium: 'copper' },
  { id: 'cabinet', from: 0.5, to: 1, ports: 8, bandwidth: 0.896e12, medium: 'copper' },
  { id: 'pod', from: 1, to: 11, ports: 4, bandwidth: 0.448e12, medium: 'light' },
];
const said = wire.map(({ id }) => ({
  title: id,
  sentence: 'One sentence.',
  wire: 'copper',
  scale: 'Scale bar',
  end: 'It ends.',
  drawing: '<svg class="drawing" viewBox="0 0 1120 700"><path class="ink" d="M0 0"/></svg>',
}));
const svg = scrollSvg(wire, said, {
  head: ['One wire'],
  foot: 'Lengths are assumed.',
  footWidth: 80,
  length: (metres) => `${metres} m`,
});

describe('the scroll of paper', () => {
  test('has every strand as long as its stretch of paper, in order and without a gap', () => {
    const each = (paper.height - paper.head - paper.foot) / wire.length;
    const light = [...svg.matchAll(/class="scroll-light"[^>]*d="M([\d.]+) ([\d.]+)V([\d.]+)"/g)];
    expect(light).toHaveLength(4);
    for (const [, , from, to] of light) {
      expect(Number(from)).toBeCloseTo(paper.head + 2 * each, 1);
      expect(Number(to)).toBeCloseTo(paper.head + 3 * each, 1);
    }
  });

  test('draws thickness in proportion to bandwidth', () => {
    const widths = ['copper', 'light'].map((medium) => {
      const found = new RegExp(`scroll-${medium}" stroke-width="([\\d.]+)"`).exec(svg);
      return Number(found![1]);
    });
    // One port is as wide in copper as in light, since both carry the same here.
    expect(widths[0]).toBeCloseTo(widths[1]!, 2);
    expect(thicknessOf(wire[2]!) / thicknessOf(wire[0]!)).toBeCloseTo(4 / 15, 9);
  });

  test('keeps to the paper', () => {
    for (const [, y] of svg.matchAll(/<text[^>]* y="([\d.]+)"/g))
      expect(Number(y)).toBeLessThan(paper.height);
  });
});

test('sentences break at spaces', () => {
  expect(breakLines('one two three', 7)).toEqual(['one two', 'three']);
  expect(breakLines('incomparably', 4)).toEqual(['incomparably']);
});
