import { describe, expect, it } from 'vitest';
import { bandwidthCliff } from '../../../src/figure/bandwidthCliff.ts';
import { cliffScales, type CliffProps } from '../../../src/figure/cliffChart.ts';
import { meets, placeText } from '../../../src/figure/textPlacement.ts';

const words = { x: 'chips', y: 'GB/s', yours: 'yours', start: 'start', beyond: 'between machines' };
const line = (id: string, firm: boolean, light: boolean) => ({
  id,
  steps: [{ chips: 8, bandwidth: 450, light }],
  beyond: 50,
  firm,
  label: { title: id, detail: 'detail' },
});
const frame = { width: 720, height: 540 };
const draw = (props: Partial<CliffProps>) =>
  bandwidthCliff({ lines: [], scale: 'log', question: null, guess: null, words, ...props }, frame);

describe('the chart of staircases', () => {
  it('draws copper and light apart, and what is only announced as an outline', () => {
    const copper = draw({ lines: [{ ...line('a', true, false), beyond: null }] });
    expect(copper).toContain('cliff-copper');
    expect(copper).not.toContain('cliff-light');
    expect(copper).not.toContain('cliff-outline');
    expect(draw({ lines: [line('a', false, true)] })).toMatch(/cliff-light cliff-outline/);
  });

  it('writes how many times the bandwidth falls', () => {
    expect(draw({ lines: [line('a', true, false)] })).toContain('>×9<');
  });

  it('keeps the answer apart from the question while the reader has to guess', () => {
    const asked = draw({ lines: [line('machine-a', true, false)], question: { bandwidth: 450 } });
    const [question] = asked.slice(asked.indexOf('class="cliff-question"')).split('</svg>');
    expect(question).not.toContain('machine-a');
    expect(asked.slice(0, asked.indexOf('class="cliff-question"'))).toContain('class="cliff-answer"');
  });

  it('escapes words', () => {
    const evil = { ...line('a', true, false), label: { title: '<b>&', detail: '' } };
    expect(draw({ lines: [evil] })).toContain('&lt;b&gt;&amp;');
  });

  it.each(['log', 'linear'] as const)('turns pixels back into chips and GB/s on the %s axis', (scale) => {
    const { x, y } = cliffScales(frame, scale);
    expect(x.invert(x(384))).toBeCloseTo(384, 6);
    expect(y.invert(y(224))).toBeCloseTo(224, 6);
    expect(x(8)).toBeLessThan(x(72));
    expect(y(450)).toBeLessThan(y(50));
  });
});

describe('the place of words', () => {
  const room = { x0: 0, y0: 0, x1: 400, y1: 300 };
  it('stays in the frame and off other words', () => {
    const boxes: { x0: number; y0: number; x1: number; y1: number }[] = [];
    for (let i = 0; i < 5; i++) {
      const { box, clear } = placeText({
        anchor: [390, 20],
        size: [90, 30],
        frame: room,
        obstacles: [],
        boxes,
        reach: 260,
      });
      expect(clear).toBe(true);
      expect(box.x0).toBeGreaterThanOrEqual(0);
      expect(box.x1).toBeLessThanOrEqual(400);
      for (const other of boxes) {
        const apart = box.x1 <= other.x0 || box.x0 >= other.x1 || box.y1 <= other.y0 || box.y0 >= other.y1;
        expect(apart).toBe(true);
      }
      boxes.push(box);
    }
  });

  it('knows whether a line meets a box', () => {
    const box = { x0: 10, y0: 10, x1: 20, y1: 20 };
    expect(meets([0, 0], [30, 30], box)).toBe(true);
    expect(meets([0, 0], [30, 0], box)).toBe(false);
    expect(meets([0, 15], [9, 15], box)).toBe(false);
    expect(meets([12, 12], [13, 13], box)).toBe(true);
  });
});
