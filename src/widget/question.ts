import type { ParameterDeclarations, ParameterValues } from './parameter.ts';

/** An answer to a figure's question: an amount, a word of a list, or the line of `bandwidth-cliff`. */
export type Answer = number | string | { readonly chips: number; readonly bandwidth: number };

/**
 * The question of a figure, for guesses and courses. The right answer is worked out from the figure's data and never
 * typed; `counts` is the rule by which an answer is taken as right.
 */
export interface FigureQuestion<
  D extends ParameterDeclarations = ParameterDeclarations,
  Data = unknown,
  Given extends Answer = Answer,
> {
  /** Key of the question among the figure's strings. */
  readonly asks: string;
  /** What is answered: a number in this unit, one of these words, or both numbers of a line. */
  readonly form:
    | { readonly kind: 'number'; readonly unit: string }
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'line' };
  /** The rule of `counts` in words. */
  readonly rule: string;
  /** Parameters under which the figure asks it, beside those of the reader. */
  readonly state: Partial<ParameterValues<D>>;
  /** The right answer in a state; null where the state has none. */
  answer(data: Data, values: ParameterValues<D>): Given | null;
  /** What the reader answered, as the state keeps it; null as long as there is nothing. Left out where it keeps none. */
  given?(values: ParameterValues<D>): Given | null;
  counts(given: Given, right: Given): boolean;
}

/** The rule of amounts that go by factors: as near as a factor of so much, either way. */
export function withinFactor(factor: number): {
  readonly rule: string;
  counts(given: number, right: number): boolean;
} {
  return {
    rule: `within a factor of ${factor}`,
    counts: (given, right) => given > 0 && right > 0 && given <= right * factor && given * factor >= right,
  };
}

/** The rule of counts and of words: the very one. */
export const exactly = {
  rule: 'exactly',
  counts: <T extends number | string>(given: T, right: T): boolean => given === right,
};
