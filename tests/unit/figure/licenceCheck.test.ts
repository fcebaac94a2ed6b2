import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { licenceCheck, type CheckProps } from '../../../src/figure/licenceCheck.ts';
import { farthest, type ChainGate, type ChainState } from '../../../src/figure/licenceCheckChain.ts';
import { hatched, textLines } from '../../../src/figure/svgText.ts';

const frames = [
  { width: 1120, height: 630 },
  { width: 720, height: 540 },
  { width: 400, height: 760 },
];
const measured = (row: string, value: number | null) => ({
  row,
  value,
  text: `${row} ${value ?? 'not known'}`,
});
const measures = (value: number | null): CheckProps['measures'] => ({
  rate: measured('rate', value),
  bits: measured('bits', value === null ? null : 8),
  tpp: measured('tpp', value),
  area: measured('area', value),
  density: measured('density', value),
  io: measured('io', value),
  dram: measured('dram', value),
});
const gate = (id: string, ratio: number, met: boolean, after: ChainState): ChainGate => ({
  id,
  title: id,
  joint: 'and',
  rows: [
    {
      id: `${id} 0`,
      label: 'TPP 4,800 or more',
      side: 'above',
      cells: [{ ratio: { low: ratio, high: ratio }, met, text: 'far' }],
    },
  ],
  outcomes: [{ text: met ? 'caught' : 'passes', gate: met ? 'held' : 'free', after }],
});
const props = (gates: readonly ChainGate[], value: number | null = 800): CheckProps => ({
  measures: measures(value),
  chain: {
    gates,
    columns: [
      {
        title: '17 November 2023',
        answer: gates.at(-1)?.outcomes[0]?.after ?? 'free',
        row: 'answer',
        plate: { title: 'Answer', text: 'and why' },
      },
    ],
    words: { below: 'below', above: 'above', unasked: 'not asked' },
  },
  foot: 'Not legal advice.',
});
const marks = (svg: string) =>
  [...svg.matchAll(/<circle class="(dimension-end|cliff-handle)" cx="([\d.]+)"/g)].map(([, kind, x]) => ({ solid: kind === 'dimension-end', x: Number(x) })); // prettier-ignore
const plumb = (svg: string) => Number(/class="(?:cliff-axis|check-held)" d="M([\d.]+) [\d.]+V/.exec(svg)![1]);

describe('the chain of gates', () => {
  it('places a mark by its ratio to the line, above to the right and below to the left', () => {
    const svg = licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), frames[0]!);
    const [under, over] = marks(svg);
    const line = plumb(svg);
    expect(under!.solid).toBe(false);
    expect(over!.solid).toBe(true);
    expect(line - under!.x).toBeCloseTo(over!.x - line, 0);
    expect(over!.x).toBeGreaterThan(line);
  });

  it('sets a mark that is just above or below its line on its own side of it', () => {
    for (const [ratio, side] of [
      [1.01, 1],
      [0.99, -1],
    ] as const) {
      const svg = licenceCheck(props([gate('a', ratio, ratio > 1, 'free')]), frames[0]!);
      expect(Math.sign(marks(svg)[0]!.x - plumb(svg))).toBe(side);
    }
  });

  it('draws the line heavy below the gate that holds the chip, and only below it', () => {
    const heavy = (svg: string) => [...svg.matchAll(/class="check-held" d="M([\d.]+) ([\d.]+)V([\d.]+)"/g)].map((one) => one.slice(2).map(Number)); // prettier-ignore
    const free = licenceCheck(props([gate('a', 0.5, false, 'free')]), frames[0]!);
    expect(heavy(free)).toEqual([]);
    const [[from, to]] = heavy(licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), frames[0]!)) as [[number, number]]; // prettier-ignore
    const [, shut] = /class="check-held" d="M[\d.]+ ([\d.]+)H/.exec(licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), frames[0]!))!; // prettier-ignore
    expect(from).toBe(Number(shut));
    expect(to).toBeGreaterThan(from);
  });

  it('shows a mark beyond the scale as an arrow, with its words', () => {
    const svg = licenceCheck(props([gate('a', farthest * 3, true, 'held')]), frames[0]!);
    expect(marks(svg)).toEqual([]);
    expect(svg).toContain('>far<');
  });

  it('draws an answer that cannot be told with broken lines', () => {
    const open: ChainGate = {
      ...gate('a', 1, true, 'unknown'),
      rows: [
        {
          id: 'a 0',
          label: 'density',
          side: 'above',
          cells: [{ ratio: null, met: null, text: 'not known' }],
        },
      ],
      outcomes: [{ text: 'cannot be told', gate: 'unknown', after: 'unknown' }],
    };
    const svg = licenceCheck(props([open], null), frames[0]!);
    expect(svg).toContain('>not known<');
    // The gate, the line below it, the plate, and the measures that are not known.
    expect(svg.match(/stroke-dasharray/g)!.length).toBeGreaterThan(5);
    expect(marks(svg)).toEqual([]);
  });

  it('keeps every line inside the frame, with as many gates as the rules of two days have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), fc.boolean()), { maxLength: 12 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.constantFrom(...frames),
        (all, value, frame) => {
          const gates = all.map(([ratio, met], i) => gate(`g${i}`, ratio, met, met ? 'held' : 'free'));
          const svg = licenceCheck(props(gates, value), frame);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(-1);
            expect(Number(x)).toBeLessThanOrEqual(frame.width + 1);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(frame.height);
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('words and hatching of drawings', () => {
  it('breaks lines between words and keeps every word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 12, max: 60 }),
        (words, most) => {
          const lines = textLines(words.join(' '), most);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('keeps hatching inside its rectangle', () => {
    for (const [, x, y] of hatched(10, 20, 30, 40, 6).matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(40);
      expect(Number(y)).toBeGreaterThanOrEqual(20);
      expect(Number(y)).toBeLessThanOrEqual(60);
    }
  });
});
