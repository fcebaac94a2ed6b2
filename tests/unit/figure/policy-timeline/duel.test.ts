import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFlags } from '../../../../src/figure/policy-timeline/flags.ts';
import { clearPlace, joinedMoves } from '../../../../src/figure/policy-timeline/join.ts';
import { duelAcross, layoutDuelAcross } from '../../../../src/figure/policy-timeline/duelAcross.ts';
import { duelDown, layoutDuelDown } from '../../../../src/figure/policy-timeline/duelDown.ts';
import { joinCourse } from '../../../../src/figure/policy-timeline/duelMark.ts';
import { acrossPen, packStrokes, strokePaths } from '../../../../src/figure/policy-timeline/stroke.ts';
import { crossedBoxes, meeting } from './tangles.ts';
import { anyMove, day, move, sheet } from './moves.ts';

/** Some of them answer one before, and two are told. */
const manyMoves = fc
  .tuple(fc.array(anyMove, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 8 }))
  .map(([moves, links]) => {
    const ids = moves.map(({ id }) => id);
    return moves.map((one, i) => ({
      ...one,
      answers: i > 0 && links[i] !== undefined ? [ids[links[i]! % i]!] : [],
      ...(i > 0 && i < 3 && { weight: 'told' as const }),
    }));
  });
const upright = { width: 340, height: 1600 };

/** The names of a sheet, and the lines that might run through them. */
function across(props: ReturnType<typeof sheet>, width: number) {
  const { placed, years, height, joined, axis } = layoutDuelAcross(props, width);
  const boxes = [...placed.flatMap(({ name }) => (name ? [name.box] : [])), ...years.map(({ box }) => box)];
  const poles = placed.flatMap(({ from, y, pole }) =>
    pole === null
      ? []
      : [
          [
            { x: from, y },
            { x: from, y: pole },
          ],
        ],
  );
  const starts = placed.map(({ move, from, y }) => ({ move, at: from, off: y }));
  const joins = joined.map((one) => joinCourse(one, starts, axis).map(({ at, off }) => ({ x: at, y: off })));
  const lines = [...poles, ...joins];
  return { placed, boxes, lines, height };
}

describe('the duel from left to right', () => {
  it('lets no name cover another, no pole pass through one, and nothing leave the sheet', () => {
    fc.assert(
      fc.property(manyMoves, fc.integer({ min: 560, max: 2200 }), (moves, width) => {
        const { placed, boxes, lines, height } = across(sheet(moves), width);
        expect(placed.map(({ move: { id } }) => id).sort()).toEqual(moves.map(({ id }) => id).sort());
        expect(meeting(boxes)).toEqual([]);
        expect(crossedBoxes(boxes, lines)).toEqual([]);
        for (const { x0, x1, y0, y1 } of boxes) {
          expect(x0).toBeGreaterThanOrEqual(0);
          expect(x1).toBeLessThanOrEqual(width);
          expect(y0).toBeGreaterThanOrEqual(0);
          expect(y1).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands Washington over the axis, Beijing under it, and both between', () => {
    const moves = [
      move('us', '2025-03-01'),
      move('truce', '2025-06-01', { bank: 'both', large: true }),
      move('cn', '2025-03-01', { bank: 'under' }),
    ];
    const { placed, axis } = layoutDuelAcross(sheet(moves), 1120);
    const y = (id: string) => placed.find((one) => one.move.id === id)!.y;
    expect(y('us')).toBeLessThan(axis[0]);
    expect(y('truce')).toBeGreaterThan(axis[0]);
    expect(y('truce')).toBeLessThan(axis[1]);
    expect(y('cn')).toBeGreaterThan(axis[1]);
  });

  it('names what is told or asked for, and leaves the rest unnamed', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => move(String(i), '2025-06-01'));
    const named = (moves: typeof crowd) =>
      layoutDuelAcross(sheet(moves), 1120).placed.flatMap(({ name, move: { id } }) => (name ? [id] : []));
    expect(named(crowd)).toEqual([]);
    expect(named(crowd.with(9, { ...crowd[9]!, weight: 'picked' }))).toEqual(['9']);
    expect(named(crowd.with(3, { ...crowd[3]!, large: true }))).toEqual(['3']);
  });

  it('marks every move once, and draws a report as an outline', () => {
    const { body } = duelAcross(
      sheet([move('a', '2025-01-01'), move('b', '2025-02-01', { firm: false })]),
      1120,
    );
    expect(body.match(/data-row="/g)).toHaveLength(2);
    expect(body).toMatch(/<g class="dimension-end[^>]*><path data-row="a"/);
    expect(body).toMatch(/<g class="fill-empty[^>]*><path data-row="b"/);
  });
});

describe('the duel from the top down', () => {
  it('lets no name cover another or leave the sheet, and no leader pass through a name', () => {
    fc.assert(
      fc.property(manyMoves, (moves) => {
        const { placed, years } = layoutDuelDown(sheet(moves), upright);
        expect(placed.map(({ move: { id } }) => id).sort()).toEqual(moves.map(({ id }) => id).sort());
        const boxes = [
          ...placed.flatMap(({ name }) => (name ? [name.box] : [])),
          ...years.map(({ box }) => box),
        ];
        expect(meeting(boxes)).toEqual([]);
        const lines = placed.map(({ leader }) => leader.map(([x, y]) => ({ x, y })));
        expect(
          crossedBoxes(
            placed.flatMap(({ name }) => (name ? [name.box] : [])),
            lines,
          ),
        ).toEqual([]);
        for (const { x0, x1 } of boxes) {
          expect(x0).toBeGreaterThanOrEqual(-1);
          expect(x1).toBeLessThanOrEqual(upright.width + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands Washington on the left and Beijing on the right, and goes down with time', () => {
    const moves = [move('us', '2025-03-01'), move('cn', '2025-06-01', { bank: 'under' })];
    const { placed, spine } = layoutDuelDown(sheet(moves), upright);
    const at = (id: string) => placed.find((one) => one.move.id === id)!;
    expect(at('us').x).toBeLessThan(spine[0]);
    expect(at('cn').x).toBeGreaterThan(spine[1]);
    expect(at('us').from).toBeLessThan(at('cn').from);
    expect(duelDown(sheet(moves), upright)).toContain('data-row="us"');
  });
});

describe('the strokes', () => {
  const place = (at: number) => at - day('2024-01-01');
  const drawn = (one: ReturnType<typeof move>) => {
    const props = sheet([one]);
    const [stroke] = packStrokes([one], props, place);
    return { stroke: stroke!, paths: strokePaths(stroke!, props, place, 100, { pen: acrossPen, pitch: 7 }) };
  };

  it('are as long as a measure held, with a dotted gap where it was suspended', () => {
    const measures = [
      [
        { status: 'in-force' as const, from: day('2025-01-01'), to: day('2025-06-01') },
        { status: 'suspended' as const, from: day('2025-06-01'), to: day('2025-09-01') },
      ],
    ];
    const { stroke, paths } = drawn(move('a', '2025-01-01', { measures }));
    expect([stroke.from, stroke.to]).toEqual([place(day('2025-01-01')), place(day('2025-09-01'))]);
    expect(paths.solid).toContain(`H${place(day('2025-06-01'))}`);
    expect(paths.dotted).toBe(`M${place(day('2025-06-01'))} 100H${place(day('2025-09-01'))}`);
    // The bar begins at the day of the dot, and is written as a step from there.
    expect(paths.solid).toMatch(/^M\d+ [\d.]+a[^z]+zm0 1H/);
  });

  it('hold no longer than the evidence where no text ends them', () => {
    const measures = [[{ status: 'in-force' as const, from: day('2025-01-01'), to: null }]];
    const { stroke } = drawn(move('a', '2025-01-01', { measures }));
    expect(stroke.to).toBe(place(day('2026-10-08') + 1));
  });

  it('pile up outwards, and share a row only where one has ended', () => {
    const held = (id: string, from: string, to: string) =>
      move(id, from, { measures: [[{ status: 'in-force', from: day(from), to: day(to) }]] });
    const moves = [held('a', '2024-02-01', '2024-06-01'), held('b', '2024-03-01', '2026-01-01'), held('c', '2025-01-01', '2025-06-01')]; // prettier-ignore
    const rows = packStrokes(moves, sheet(moves), place).map(({ move: { id }, row }) => [id, row]);
    expect(rows).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });
});

describe('lines between moves', () => {
  it('join answers on record to what they answer, and the two that are told', () => {
    const moves = [
      move('a', '2025-01-01', { weight: 'told' }),
      move('b', '2025-02-01', { weight: 'told', bank: 'under' }),
      move('c', '2025-03-01', { answers: ['a', 'nowhere'] }),
    ];
    expect(joinedMoves(moves)).toEqual([
      { from: 'a', to: 'c', kind: 'answer' },
      { from: 'a', to: 'b', kind: 'told' },
    ]);
  });

  it('are kept clear of by words on the axis', () => {
    expect(clearPlace(10, 20, [], 100)).toBe(10);
    expect(clearPlace(10, 20, [[15, 40]], 100)).toBe(44);
    expect(clearPlace(10, 20, [[15, 40]], 43)).toBeNull();
  });
});

describe('names on poles', () => {
  it('leave out what has no room, never what must be named', () => {
    const flags = Array.from({ length: 9 }, (_, i) => ({ id: String(i), x: 300 + 12 * i, width: 150 }));
    const room = { left: 0, right: 700, barrier: null, rows: 3 };
    const placed = placeFlags(flags, new Set(['4']), room).map(({ id }) => id);
    expect(placed).toContain('4');
    expect(placed.length).toBeLessThan(9);
  });
});
