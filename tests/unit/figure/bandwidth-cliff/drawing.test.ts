import { describe, expect, it } from 'vitest';
import { bandwidthCliff } from '../../../../src/figure/bandwidth-cliff/drawing.ts';
import { cliffScales, levelsOf, type CliffProps } from '../../../../src/figure/bandwidth-cliff/chart.ts';
import { meets, placeText } from '../../../../src/figure/label/textPlacement.ts';

const words = { x: 'chips', y: 'GB/s', yours: 'yours', start: 'start', beyond: 'between machines' };
const line = (id: string, firm: boolean, light: boolean) => ({
  id,
  steps: [{ group: 1, chips: 8, bandwidth: 450, light }],
  beyond: 50,
  firm,
  label: { title: id, detail: 'detail' },
});
const frame = { width: 720, height: 540 };
const given = (props: Partial<CliffProps>): CliffProps => ({
  lines: [],
  focus: props.lines?.[0]?.id ?? null,
  scale: 'log',
  times: 1,
  first: 450,
  question: false,
  guess: null,
  words,
  ...props,
});
const draw = (props: Partial<CliffProps>) => bandwidthCliff(given(props), frame);

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

  it('sets one line in full ink over its ground, with its name at its start and its fall large', () => {
    const svg = draw({ lines: [line('a', true, false), line('b', true, true)], focus: 'b' });
    const [ground] = svg.match(/class="cliff-ground" d="[^"]*"/g)!;
    const { x, y } = cliffScales(frame, 'log');
    const at = (value: number) => String(Math.round(value * 10) / 10);
    expect(ground).toContain(`V${at(y(450))}H${at(x(8))}V${at(y(50))}`);
    expect(svg.match(/class="cliff-name[^>]*>b</g)).toHaveLength(1);
    expect(svg.match(/class="cliff-fall/g)).toHaveLength(1);
    expect(svg.match(/class="cliff-faint"/g)).toHaveLength(1);
    expect(svg.indexOf('cliff-faint')).toBeLessThan(svg.lastIndexOf('cliff-level'));
  });

  it('keeps the answer apart from the question while the reader has to guess', () => {
    const asked = draw({ lines: [line('machine-a', true, false)], question: true });
    const [question] = asked.slice(asked.indexOf('class="cliff-question"')).split('</svg>');
    expect(question).not.toContain('machine-a');
    expect(asked.slice(0, asked.indexOf('class="cliff-question"'))).toContain('class="cliff-answer"');
  });

  it('draws the guess under the lines of the machines, named where its own line runs', () => {
    for (const [chips, bandwidth] of [
      [9, 51],
      [64, 200],
      [1, 450],
      [32_768, 10],
    ] as const)
      for (const size of [frame, { width: 400, height: 540 }]) {
        const props = given({ lines: [line('machine-a', true, false)], guess: { chips, bandwidth } });
        const svg = bandwidthCliff(props, size);
        expect(svg.indexOf('cliff-guess')).toBeGreaterThan(0);
        expect(svg.indexOf('cliff-guess')).toBeLessThan(svg.indexOf('cliff-level'));
        const [, x, y] = svg.match(/cliff-yours halo" x="([\d.]+)" y="([\d.]+)"/)!;
        const level = cliffScales(size, 'log').y(bandwidth);
        expect(Math.abs(Number(y) - level)).toBeLessThan(20);
        expect(Number(x)).toBeGreaterThan(0);
        expect(Number(x)).toBeLessThan(size.width - 30);
      }
  });

  it.each(['log', 'linear'] as const)('keeps every line at its value on the %s axis', (scale) => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => ({
      ...line(id, i % 2 === 0, true),
      beyond: 50 - i,
    }));
    const props = given({ lines, scale });
    const { y } = cliffScales(frame, scale);
    for (const { levels } of levelsOf(props, frame))
      for (const level of levels) expect(y.invert(level.y)).toBeCloseTo(level.step.bandwidth, 6);
  });

  it('keeps the dashes of lines of one value in step', () => {
    const lines = [8, 72].map((chips) => {
      const one = line(`m${chips}`, true, false);
      return { ...one, steps: [{ ...one.steps[0]!, chips }] };
    });
    const svg = draw({ lines });
    const starts = [...svg.matchAll(/cliff-light" stroke-dashoffset="([\d.]+)" d="M([\d.]+)/g)].map(
      ([, offset, x]) => Number(x) - Number(offset),
    );
    expect(starts).toHaveLength(2);
    const apart = Math.abs(starts[0]! - starts[1]!) % 14;
    expect(Math.min(apart, 14 - apart)).toBeLessThan(0.3);
  });

  it('tells no size of a machine on the axis', () => {
    for (const size of [8, 72, 384]) expect(draw({})).not.toContain(`>${size}<`);
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
