/**
 * Parameters that figures share, by what they mean: a name means the same wherever it stands. A figure takes from here
 * those that it obeys, and describes what they change in it.
 */

/** The day of knowledge: what was said later is left out. A figure's own `date` is the day that it asks about. */
export const asof = {
  kind: 'date',
  default: 'latest',
  description: 'The day of knowledge: shows what had been said by then, and leaves out what came later.',
} as const;

/** The counting rule of bandwidth: what runs one way, or both ways added. A figure starts with what it has always shown. */
export const directions = <Start extends 'one' | 'both'>(start: Start) =>
  ({
    kind: 'choice',
    values: ['one', 'both'],
    default: start,
    description: 'The counting rule of bandwidth: `one` direction, or `both` added.',
  }) as const;

/** The counting rule of what a package holds: all of it, or its share for each compute die. */
export const perDieOrPackage = {
  kind: 'choice',
  values: ['die', 'package'],
  default: 'package',
  description: 'The counting rule of bandwidth: of the whole package, or its share `per` compute die.',
} as const;
