import { withinFactor, type FigureQuestion } from '../question.ts';
import type { CliffData } from './cliffData.ts';
import { beyondOn } from './lines.ts';
import { readGuess, type CliffGuess, type CliffParameters } from './params.ts';

/** Where the line of the first machine falls, and to what: computed from its wiring, and from the record. */
export function cliffAnswer(data: CliffData, asof: string): CliffGuess {
  const first = data.systems[0]!;
  return { chips: first.steps.at(-1)!.chips, bandwidth: beyondOn(data, first, asof) ?? 0 };
}

/** The axes go by factors, and so does what counts as near. */
const near = withinFactor(2);

/** Where the fast network of a server ends, and how deep the fall is. */
export const question: FigureQuestion<CliffParameters, CliffData, CliffGuess> = {
  asks: 'ask',
  form: { kind: 'line' },
  rule: `both numbers ${near.rule}`,
  state: { view: 'guess' },
  answer: (data, { asof }) => cliffAnswer(data, asof),
  given: ({ guess }) => readGuess(guess),
  counts: (given, right) =>
    near.counts(given.chips, right.chips) && near.counts(given.bandwidth, right.bandwidth),
};
