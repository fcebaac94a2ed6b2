/** What a clause asks of one quantity, as one column draws it. */
export interface ChainCell {
  /** The quantity over its line, both ends; null where it is not known, undefined where the answer is no number. */
  readonly ratio?: { readonly low: number; readonly high: number } | null;
  /** Whether the condition is met; null where it cannot be told. */
  readonly met: boolean | null;
  /** How far from the line, or the answer in a word: `192 over`, `yes`. */
  readonly text: string;
}

/** One condition of one clause: a row of the chain. */
export interface ChainRow {
  /** Row of the table twin. */
  readonly id: string;
  /** The condition in words: `TPP 4,800 or more`. */
  readonly label: string;
  /** The side of the line where it is met; null where it has no line. */
  readonly side: 'above' | 'below' | null;
  /** One for each column; null where that day's rules do not ask. */
  readonly cells: readonly (ChainCell | null)[];
}

/** How a chip leaves a gate: free so far, held by a clause, or not to be told. */
export type ChainState = 'free' | 'held' | 'unknown';

export interface ChainOutcome {
  readonly text: string;
  /** What this gate does. */
  readonly gate: ChainState;
  /** How the chip stands after it. */
  readonly after: ChainState;
}

/** A clause: its conditions, and what came of it on each day. */
export interface ChainGate {
  readonly id: string;
  readonly title: string;
  /** Stands between two conditions: `and`. */
  readonly joint: string;
  readonly rows: readonly ChainRow[];
  /** One for each column; null where the clause was not asked. */
  readonly outcomes: readonly (ChainOutcome | null)[];
}

export interface ChainColumn {
  /** The day. */
  readonly title: string;
  readonly answer: ChainState;
  /** Row of the table twin that holds the answer. */
  readonly row: string;
  /** The answer, how an application is looked at or nothing, and what both rest on. */
  readonly plate: { readonly title: string; readonly policy: string; readonly text: string };
}

/** Where the gates stand, in pixels. */
export interface ChainArea {
  readonly width: number;
  readonly top: number;
  /** What stands beside the verdicts ends here: no gate begins above it. */
  readonly least: number;
  /** Labels stand beside their rows, from here to where the columns begin; null: above them, as on a phone. */
  readonly labels: { readonly x: number; readonly conditions: number; readonly columns: number } | null;
}

export interface ChainProps {
  readonly gates: readonly ChainGate[];
  readonly columns: readonly ChainColumn[];
  readonly words: {
    readonly below: string;
    readonly above: string;
    readonly unasked: string;
    /** Stands for a gate that the day before it already shows. */
    readonly same: string;
  };
}
