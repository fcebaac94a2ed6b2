import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { licenceCheck, type CheckProps } from '../../../../src/figure/licence-check/drawing.ts';
import type { ChainGate, ChainState } from '../../../../src/figure/licence-check/chainProps.ts';
import { farthest } from '../../../../src/figure/licence-check/row.ts';
import { textLines } from '../../../../src/figure/label/svgText.ts';

const widths = [1120, 720, 400] as const;
const measured = (row: string, value: number | null) => ({ row, text: `${row} ${value ?? 'not known'}` });
const measures = (value: number | null): CheckProps['measures'] => ({
  rate: measured('rate', value),
  bits: value === null ? null : measured('bits', 8),
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
  chip: 'A chip',
  measures: measures(value),
  chain: {
    gates,
    columns: [
      {
        title: '17 November 2023',
        answer: gates.at(-1)?.outcomes[0]?.after ?? 'free',
        row: 'answer',
        plate: { title: 'Answer', policy: 'Case by case.', text: 'and why' },
      },
    ],
    words: { below: 'below', above: 'above', unasked: 'not asked', same: 'as before' },
  },
  foot: 'Not legal advice.',
});
const marks = (svg: string) =>
  [...svg.matchAll(/<circle class="(dimension-end|cliff-handle)" cx="([\d.]+)"/g)].map(([, kind, x]) => ({ solid: kind === 'dimension-end', x: Number(x) })); // prettier-ignore
const plumb = (svg: string) => Number(/class="(?:cliff-axis|check-held)" d="M([\d.]+) [\d.]+V/.exec(svg)![1]);

describe('the chain of gates', () => {
  it('places a mark by its ratio to the line, above to the right and below to the left', () => {
    const svg = licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), 1120);
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
      const svg = licenceCheck(props([gate('a', ratio, ratio > 1, 'free')]), 1120);
      expect(Math.sign(marks(svg)[0]!.x - plumb(svg))).toBe(side);
    }
  });

  it('draws the line heavy below the gate that holds the chip, and only below it', () => {
    const heavy = (svg: string) => [...svg.matchAll(/class="check-held" d="M([\d.]+) ([\d.]+)V([\d.]+)"/g)].map((one) => one.slice(2).map(Number)); // prettier-ignore
    const free = licenceCheck(props([gate('a', 0.5, false, 'free')]), 1120);
    expect(heavy(free)).toEqual([]);
    const [[from, to]] = heavy(licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), 1120)) as [[number, number]]; // prettier-ignore
    const [, shut] = /class="check-held" d="M[\d.]+ ([\d.]+)H/.exec(licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), 1120))!; // prettier-ignore
    expect(from).toBe(Number(shut));
    expect(to).toBeGreaterThan(from);
  });

  it('shows a mark beyond the scale as an arrow, with its words', () => {
    const svg = licenceCheck(props([gate('a', farthest * 3, true, 'held')]), 1120);
    expect(marks(svg)).toEqual([]);
    expect(svg).toContain('>far<');
  });

  it('sets large by how much a clause catches the chip, and the verdict once', () => {
    const svg = licenceCheck(props([gate('a', 0.5, false, 'free'), gate('b', 2, true, 'held')]), 1120);
    expect(svg.match(/class="check-distance halo"/g)).toHaveLength(1);
    expect(svg.match(/class="check-plate[^"]*"/g)).toHaveLength(1);
    expect(svg.match(/>Answer</g)).toHaveLength(1);
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
    const svg = licenceCheck(props([open], null), 1120);
    expect(svg).toContain('>not known<');
    // The condition, the gate, the line below it, and the line over the verdict.
    expect(svg.match(/stroke-dasharray/g)!.length).toBe(4);
    expect(marks(svg)).toEqual([]);
  });

  it('keeps every line inside the frame, with as many gates as the rules of two days have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), fc.boolean()), { maxLength: 12 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.constantFrom(...widths),
        (all, value, width) => {
          const gates = all.map(([ratio, met], i) => gate(`g${i}`, ratio, met, met ? 'held' : 'free'));
          const svg = licenceCheck(props(gates, value), width);
          const height = Number(/ height="(\d+)"/.exec(svg)![1]);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(-1);
            expect(Number(x)).toBeLessThanOrEqual(width + 1);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(height);
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('the chain on a phone', () => {
  const long =
    'a condition in so many words that no line of a phone holds all of them at once, not even nearly';
  const labelled = (id: string, label: string): ChainGate => {
    const one = gate(id, 2, true, 'held');
    return { ...one, rows: one.rows.map((row) => ({ ...row, label })) };
  };
  const svg = licenceCheck(props([labelled('a', 'TPP 4,800 or more'), labelled('b', long)]), 400);
  const texts = [...svg.matchAll(/<text class="(label-[a-z]+) halo"[^>]* x="([\d.]+)" y="([\d.]+)">([^<]*)</g)].map(([, , x, y, text]) => ({ x: Number(x), y: Number(y), text: text! })); // prettier-ignore

  it('breaks labels into lines across its width, every word kept', () => {
    expect(texts.map(({ text }) => text).join(' ')).toContain(long);
    for (const { x, text } of texts) expect(x + text.length * 6.2).toBeLessThanOrEqual(400);
  });

  it('leaves the labels out of the plumb line', () => {
    const plumbs = [...svg.matchAll(/class="(?:cliff-axis|check-held)" d="M([\d.]+) ([\d.]+)V([\d.]+)"/g)].map((one) => one.slice(1).map(Number) as [number, number, number]); // prettier-ignore
    expect(plumbs.length).toBeGreaterThan(3);
    for (const { x, y, text } of texts)
      for (const [at, from, to] of plumbs)
        if (x < at && x + text.length * 6.2 > at) expect(from >= y || to <= y - 9, text).toBe(true);
  });

  it('keeps what each gate did', () => {
    expect(svg.match(/>caught</g)).toHaveLength(2);
  });

  it('cuts no word of an answer', () => {
    const one = props([gate('a', 2, true, 'held')]);
    const column = one.chain.columns[0]!;
    const plate = { ...column.plate, text: `${long} and ${long}` };
    const drawn = licenceCheck({ ...one, chain: { ...one.chain, columns: [{ ...column, plate }] } }, 400);
    const words = [...drawn.matchAll(/data-row="answer"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(words.join(' ')).toBe(`Answer Case by case. ${plate.text}`);
  });

  it('folds a gate that a second day finds as the first did', () => {
    const one = gate('a', 2, true, 'held');
    const both = {
      ...one,
      rows: one.rows.map((row) => ({ ...row, cells: [row.cells[0]!, row.cells[0]!] })),
      outcomes: [one.outcomes[0]!, one.outcomes[0]!],
    };
    const base = props([both]);
    const { columns } = base.chain;
    const drawn = licenceCheck(
      { ...base, chain: { ...base.chain, columns: [columns[0]!, columns[0]!] } },
      1120,
    );
    expect(drawn.match(/>far</g)).toHaveLength(1);
    expect(drawn.match(/>as before</g)).toHaveLength(1);
  });
});

describe('words of drawings', () => {
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
});
