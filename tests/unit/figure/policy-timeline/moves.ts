import fc from 'fast-check';
import type { TimelineMove, TimelineProps } from '../../../../src/figure/policy-timeline/timelineProps.ts';

/** Days since 1970-01-01. */
export const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
/** A sheet of three years with these moves. */
export const sheet = (moves: readonly TimelineMove[], rest: Partial<TimelineProps> = {}): TimelineProps => ({
  moves,
  lanes: [
    { id: 'chips', name: 'Chips', bank: 'over' },
    { id: 'both', name: 'Both', bank: 'both' },
    { id: 'buying', name: 'Buying', bank: 'under' },
  ],
  from: day('2024-01-01'),
  to: day('2027-01-01'),
  foldedUntil: null,
  crowdedFrom: null,
  evidence: day('2026-10-08'),
  measures: false,
  words: {
    over: 'over',
    under: 'under',
    evidence: 'evidence ends',
    evidenceShort: 'evidence ends',
    empty: 'nothing',
    folded: 'folded',
    crowded: 'crowded',
    overShort: 'over',
    both: 'both',
    strokes: 'strokes',
    named: (named, all) => `${named} of ${all}`,
    told: (named, all) => `${named} of ${all}`,
    state: (name) => name,
  },
  ...rest,
});
/** A move with nothing to it but its day. */
export const move = (id: string, date: string, rest: Partial<TimelineMove> = {}): TimelineMove => ({
  id,
  name: `Move ${id}`,
  from: day(date),
  to: day(date),
  bank: 'over',
  lane: 'chips',
  firm: true,
  leading: false,
  large: false,
  dated: date,
  answers: [],
  measures: [],
  weight: 'plain',
  ...rest,
});

/** Any move of three years. */
export const anyMove = fc
  .record({
    id: fc.uuid(),
    name: fc
      .array(fc.stringMatching(/^[a-zA-Z0-9]{1,9}$/), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' ')),
    from: fc.integer({ min: day('2024-01-01'), max: day('2026-12-31') }),
    bank: fc.constantFrom('over' as const, 'both' as const, 'under' as const),
    firm: fc.boolean(),
    large: fc.boolean(),
    held: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
  })
  .map(({ id, name, from, bank, firm, large, held }): TimelineMove => {
    const lane = { over: 'chips', both: 'both', under: 'buying' }[bank];
    const measures = held === null ? [] : [[{ status: 'in-force' as const, from, to: from + held }]];
    return {
      id,
      name,
      from,
      to: from,
      bank,
      lane,
      firm,
      leading: false,
      large,
      dated: '9 September 2025',
      answers: [],
      measures,
      weight: 'plain',
    };
  });
