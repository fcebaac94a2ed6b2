/**
 * What can be known of a measure on a day: it holds, as far as the evidence reaches; it ended, as confirmed; it was
 * replaced; or it ended by its own text after the evidence, and nothing is known since.
 */
export type Standing = 'holds' | 'ended' | 'replaced' | 'ended-by-text';

/** A measure at the end of the evidence. */
export interface Term {
  /** A status of the record. */
  readonly status: string;
  /** Last day by its own text, `YYYY-MM-DD`; null where it names none. */
  readonly endsOn: string | null;
}

/**
 * How a measure stands on a day, which may lie after the evidence. A day that passed is not a thing that happened: no
 * end is confirmed by the calendar.
 * @param day `YYYY-MM-DD`, given by whoever asks; the model reads no clock.
 */
export function standingOn({ status, endsOn }: Term, day: string): Standing {
  if (status === 'rescinded') return 'ended';
  if (status === 'superseded') return 'replaced';
  return endsOn !== null && day > endsOn ? 'ended-by-text' : 'holds';
}
