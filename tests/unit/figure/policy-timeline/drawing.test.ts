import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyTimeline } from '../../../../src/figure/policy-timeline/drawing.ts';
import type {
  TimelineMove,
  TimelineProps,
  TimelineState,
} from '../../../../src/figure/policy-timeline/timelineProps.ts';
import { layoutAcross } from '../../../../src/figure/policy-timeline/lanes.ts';
import { anyMove, day, move, sheet } from './moves.ts';
import { periodsOf, timeScale } from '../../../../src/figure/policy-timeline/axis.ts';
import { measureSvg, stateSvg } from '../../../../src/figure/policy-timeline/mark.ts';
import { nameGap, packRows, swarm, type RowItem } from '../../../../src/figure/policy-timeline/rows.ts';
import { stackColumn } from '../../../../src/figure/policy-timeline/stacking.ts';
import { meeting } from './tangles.ts';

/** Measures alone, which stand in lanes by what they are about. */
const props = (moves: readonly TimelineMove[], rest: Partial<TimelineProps> = {}) =>
  sheet(moves, { measures: true, ...rest });
const frames = [
  { width: 1120, height: 840 },
  { width: 760, height: 900 },
];

describe('the moves along an axis of time', () => {
  it('lets no name cover another or leave the sheet, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), fc.constantFrom(...frames), (moves, frame) => {
        const { placed } = layoutAcross(props(moves), frame);
        expect(placed.map(({ move: { id } }) => id).sort()).toEqual(moves.map(({ id }) => id).sort());
        const boxes = placed.flatMap(({ name }) => (name ? [name.box] : []));
        expect(meeting(boxes)).toEqual([]);
        for (const { x0, x1, y0, y1 } of boxes) {
          expect(x0).toBeGreaterThanOrEqual(0);
          expect(x1).toBeLessThanOrEqual(frame.width);
          expect(y0).toBeGreaterThanOrEqual(0);
          expect(y1).toBeLessThanOrEqual(frame.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands the two sides on two sides of the axis', () => {
    const moves = [move('us', '2025-03-01'), move('cn', '2025-03-01', { bank: 'under', lane: 'buying' })];
    const { placed, axis } = layoutAcross(props(moves), frames[0]!);
    const [us, cn] = placed;
    expect(us!.y).toBeLessThan(axis[0]);
    expect(cn!.y).toBeGreaterThan(axis[1]);
  });

  it('goes from left to right with time', () => {
    const moves = [move('a', '2024-02-01'), move('b', '2025-02-01'), move('c', '2026-02-01')];
    const xs = layoutAcross(props(moves), frames[0]!).placed.map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  it('gives the name of what is picked a place before all others', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => move(String(i), '2025-06-01'));
    const picked = { ...crowd[9]!, weight: 'picked' as const };
    const moves = crowd.with(9, picked);
    for (const frame of frames) {
      const { placed } = layoutAcross(props(moves), frame);
      expect(placed.find((one) => one.move.id === '9')!.name).not.toBeNull();
    }
  });

  it('names what the story turns on before what came earlier', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => move(String(i), '2025-06-01', { leading: i >= 46 }));
    for (const frame of frames) {
      const { placed } = layoutAcross(sheet(crowd), frame);
      const nameless = placed.filter(({ name }) => !name).map((one) => one.move);
      expect(nameless.length).toBeGreaterThan(0);
      expect(nameless.filter(({ leading }) => leading)).toEqual([]);
    }
  });

  it('stands what both did between what either did', () => {
    const moves = [
      move('us', '2025-03-01'),
      move('truce', '2025-06-01', { bank: 'both', lane: 'both' }),
      move('cn', '2025-03-01', { bank: 'under', lane: 'buying' }),
    ];
    const across = layoutAcross(props(moves), frames[0]!);
    const at = (id: string) => across.placed.find((one) => one.move.id === id)!;
    expect(at('us').y).toBeLessThan(across.axis[0]);
    expect(at('truce').y).toBeGreaterThan(across.axis[0]);
    expect(at('truce').y).toBeLessThan(across.axis[1]);
    expect(at('cn').y).toBeGreaterThan(across.axis[1]);
  });

  it('puts the dot of a measure on its line and its name over both', () => {
    const held = [[{ status: 'in-force' as const, from: day('2025-03-01'), to: day('2025-09-01') }]];
    const one = props([move('a', '2025-03-01', { measures: held })]);
    const { x, y, name } = layoutAcross(one, frames[0]!).placed[0]!;
    expect(name!.box.y1).toBeLessThanOrEqual(y);
    const line = /class="dimension-end" d="M([\d.]+) ([\d.]+)H/.exec(policyTimeline(one, frames[0]!))!;
    expect(Number(line[1])).toBeCloseTo(x, 0);
    expect(Math.abs(Number(line[2]) - y)).toBeLessThan(4);
  });

  it('says how many it names and marks every move once', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => move(String(i), '2025-06-01'));
    const svg = policyTimeline(props(crowd), frames[1]!);
    const { placed } = layoutAcross(props(crowd), frames[1]!);
    expect(svg).toContain(`${placed.filter(({ name }) => name).length} of 60`);
    expect(svg.match(/data-row=/g)).toHaveLength(60);
  });

  it('draws a report as an outline, and in pencil what is written for after the evidence', () => {
    const drawn = (one: TimelineMove) => {
      const svg = policyTimeline(props([one]), frames[0]!);
      return svg.slice(svg.indexOf('<g'), svg.indexOf('</g>'));
    };
    expect(drawn(move('a', '2025-01-01'))).toContain('dimension-end');
    expect(drawn(move('a', '2025-01-01', { firm: false }))).toContain('cliff-handle');
    expect(drawn(move('a', '2026-11-10'))).toContain('fill-frame');
  });

  it('fades what is not brought out, and escapes words', () => {
    const svg = policyTimeline(
      props([move('a', '2025-01-01', { weight: 'faded', name: '<b>&' })]),
      frames[0]!,
    );
    expect(svg).toMatch(/<g data-row="a" class="moves-faint"/);
    expect(svg).toContain('&lt;b&gt;&amp;');
  });

  it('draws the line of the last day of evidence only where it is in the stretch', () => {
    expect(policyTimeline(props([]), frames[0]!)).toContain('evidence ends');
    expect(policyTimeline(props([], { to: day('2026-01-01') }), frames[0]!)).not.toContain('evidence ends');
  });
});

describe('the states of a measure', () => {
  it('are told apart by their lines alone', () => {
    const all = ['announced', 'in-force', 'reported', 'suspended', 'superseded', 'rescinded', 'written'];
    const drawn = all.map((status) => stateSvg(status, [10, 60], 20));
    expect(new Set(drawn).size).toBe(all.length);
    for (const svg of drawn) expect(svg).not.toMatch(/fill="|stroke="|copper|light/);
  });

  it('lie where the days are, cut to the stretch, in pencil past the evidence', () => {
    const states: readonly TimelineState[] = [
      { status: 'in-force', from: day('2023-06-01'), to: day('2025-01-01') },
      { status: 'suspended', from: day('2025-01-01'), to: day('2026-12-01') },
    ];
    const seen = props([]);
    const svg = measureSvg(states, seen, (at) => at - seen.from, 100);
    const [held, suspended, written] = [...svg.matchAll(/d="M([\d.]+) [\d.]+H([\d.]+)/g)].map(
      ([, from, to]) => [Number(from), Number(to)],
    );
    const at = (text: string) => day(text) - seen.from;
    expect(held).toEqual([0, at('2025-01-01')]);
    expect(suspended).toEqual([at('2025-01-01'), at('2026-10-08')]);
    expect(written).toEqual([at('2026-10-08'), at('2026-12-01')]);
    expect(svg.match(/class="([^"]+)"/g)).toEqual([
      'class="dimension-end"',
      'class="fill-empty"',
      'class="fill-frame"',
    ]);
  });

  it('end in a stop where they were replaced or withdrawn', () => {
    const states: readonly TimelineState[] = [
      { status: 'in-force', from: day('2025-01-13'), to: day('2025-05-14') },
      { status: 'rescinded', from: day('2025-05-14'), to: null },
    ];
    const svg = measureSvg(states, props([]), (at) => at, 100);
    expect(svg).toContain(stateSvg('rescinded', [day('2025-05-14'), day('2025-05-14')], 100));
  });
});

describe('rows of names', () => {
  const item = (id: string, x: number, width: number, reach: RowItem['reach'] = null): RowItem => ({
    id,
    x,
    width,
    gap: nameGap,
    sides: ['right', 'left'],
    reach,
  });

  it('let a line have its row to itself', () => {
    const { spots } = packRows([item('a', 100, 50, [100, 800]), item('b', 500, 50)], 9);
    expect(spots.get('a')!.row).not.toBe(spots.get('b')!.row);
  });

  it('use no more rows than there are while dots fit', () => {
    const items = Array.from({ length: 30 }, (_, i) => item(String(i), 300 + 11 * i, 120));
    const { spots, rows } = packRows(items, 4);
    expect(rows).toBeLessThanOrEqual(4);
    expect(spots.size).toBe(30);
  });

  it('keep dots apart', () => {
    const dots = [10, 12, 14, 30, 31];
    const levels = swarm(dots);
    for (const [i, x] of dots.entries())
      for (const [j, other] of dots.entries())
        if (i < j && levels[i] === levels[j]) expect(Math.abs(x - other)).toBeGreaterThanOrEqual(10);
  });
});

it('folds quiet years to a third of the scale and stretches crowded ones to twice, without a jump', () => {
  const stretch = {
    from: day('2019-01-01'),
    to: day('2027-01-01'),
    foldedUntil: day('2023-01-01'),
    crowdedFrom: day('2025-01-01'),
  };
  const place = timeScale(stretch, 100, 900);
  expect(place(stretch.from)).toBe(100);
  expect(place(stretch.to)).toBeCloseTo(900, 9);
  const pace = (one: string) => place(day(one) + 1) - place(day(one));
  expect(pace('2024-05-01') / pace('2020-05-01')).toBeCloseTo(3, 9);
  expect(pace('2025-05-01') / pace('2024-05-01')).toBeCloseTo(2, 9);
  expect(pace('2022-12-31')).toBeCloseTo(pace('2020-05-01'), 9);
  expect(pace('2024-12-31')).toBeCloseTo(pace('2024-05-01'), 9);
});

describe('a column of names', () => {
  const item = fc.record({
    wanted: fc.integer({ min: 0, max: 500 }),
    height: fc.integer({ min: 10, max: 40 }),
    fixed: fc.constant(false),
  });

  it('keeps the order and the gaps, and moves nothing that has room', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        const order = items.toSorted((a, b) => a.wanted - b.wanted);
        const tops = stackColumn(order, 5);
        const clear = order.every((one, i) => i === 0 || order[i - 1]!.wanted + order[i - 1]!.height + 5 <= one.wanted); // prettier-ignore
        tops.forEach((top, i) => {
          if (i > 0) expect(top + 1e-6).toBeGreaterThanOrEqual(tops[i - 1]! + order[i - 1]!.height + 5);
          if (clear) expect(top).toBeCloseTo(order[i]!.wanted, 6);
        });
      }),
    );
  });

  it('makes way for what cannot move', () => {
    const tops = stackColumn(
      [
        { wanted: 95, height: 10, fixed: false },
        { wanted: 100, height: 30, fixed: true },
      ],
      5,
    );
    expect(tops[1]).toBeCloseTo(100, 1);
    expect(tops[0]).toBeCloseTo(85, 1);
  });
});

it('names years, quarters or months, whichever the stretch has room for', () => {
  const texts = (from: string, to: string) =>
    periodsOf({ from: day(from), to: day(to) }).map(({ text }) => text);
  expect(texts('2019-05-01', '2022-01-01')).toEqual(['2019', '2020', '2021']);
  expect(texts('2022-01-01', '2024-01-01')).toEqual([
    'Jan 2022',
    'Apr',
    'Jul',
    'Oct',
    'Jan 2023',
    'Apr',
    'Jul',
    'Oct',
  ]);
  expect(texts('2025-11-01', '2026-02-01')).toEqual(['Nov 2025', 'Dec', 'Jan 2026']);
});
