/** A kind of part beside its failures. */
export interface DrawnPart {
  readonly id: string;
  /** Such as `65,536` and `optical modules`. */
  readonly count: string;
  readonly kind: string;
  /** How long one lasts, or that nobody has said so. */
  readonly life: string;
  /** How often one of all fails, in more words and in fewer; empty where none can. */
  readonly every: string;
  readonly short: string;
}

/** A failure in the weeks drawn. */
export interface DrawnFailure {
  /** Place of its kind in `parts`. */
  readonly part: number;
  /** By the clock on the wall. */
  readonly hour: number;
  readonly effect: 'repair' | 'switchover' | 'borne';
  /** How long the machine stands for it, hours. */
  readonly standing: number;
}

export interface FailureProps {
  readonly parts: readonly DrawnPart[];
  readonly weeks: number;
  readonly failures: readonly DrawnFailure[];
  /** Hour up to which failures are told. */
  readonly until: number;
  readonly words: {
    readonly first: string;
    readonly firstTime: string;
    readonly runs: string;
    /** Empty where nothing can fail. */
    readonly runsShare: string;
    /** Over the first week. */
    readonly week: string;
    readonly number: (week: number) => string;
    /** What a gap in a bar is. */
    readonly gap: string;
  };
}
