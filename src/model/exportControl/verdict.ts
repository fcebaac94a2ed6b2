import type { Interval } from './interval.ts';

/** A quantity the rules measure, with the inputs it was made from. */
export interface Measure {
  readonly value: Interval | null;
  /** `TPP`, `TPP/mm2`, `GB/s`, `GB/s/mm2`. */
  readonly unit: string;
  /** Which inputs went in, in words and figures: `296 TOPS × 8 bits (FP8)`; why it is null, where it is. */
  readonly basis: string;
}

export type ReviewPolicy =
  'presumption-of-denial' | 'presumption-of-approval' | 'case-by-case' | 'licence-required' | 'undetermined';

/** A step of the chain that led to an answer. */
export interface Reason {
  /** `3A090.a.1`, or a name in words where the text has no number. */
  readonly clause: string;
  /** Id of the rule in the record. */
  readonly rule: string;
  /** What it asks and what it found, with the figures; one or two sentences. */
  readonly text: string;
  /** Whether what the clause asks is met. */
  readonly met: boolean | null;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** Permission that somebody else gives, beside the licence. */
export interface Gate {
  /** Id of the event in the record. */
  readonly id: string;
  readonly jurisdiction: string;
  readonly text: string;
  readonly status: string;
  readonly sources: readonly string[];
}

export interface Exception {
  /** `NAC`, `ACA`, `HBM`. */
  readonly id: string;
  readonly rule: string;
  readonly condition: string;
  readonly open: boolean | null;
  readonly sources: readonly string[];
}

/** The answer to a `Question`, with its reasons. */
export interface Verdict {
  readonly tpp: Measure;
  readonly performanceDensity: Measure;
  readonly ioBandwidth: Measure;
  readonly dramBandwidth: Measure;
  readonly memoryBandwidthDensity: Measure;
  /** The control list alone. */
  readonly verdict: 'controlled' | 'not-controlled' | 'undetermined';
  /** `3A090.a`, `3A090.b`, `3A090.c`; null where it is not controlled or cannot be told. */
  readonly paragraph: string | null;
  /** The branch that caught it: `3A090.a.1`. */
  readonly clause: string | null;
  /** Where it cannot be told: every paragraph that is possible, null standing for none. */
  readonly possible: readonly (string | null)[];
  /** Whether a licence is needed for this chip, maker, destination and date. */
  readonly licence: 'required' | 'not-required' | 'undetermined';
  /** How an application is looked at; null where no licence is required. */
  readonly policy: { readonly kind: ReviewPolicy; readonly text: string } | null;
  /** Exceptions that are open, or that may be (`open: null`). */
  readonly exceptions: readonly Exception[];
  /** Company letters that bind this case; `binds` null where it cannot be told. */
  readonly letters: readonly { readonly rule: string; readonly binds: boolean | null }[];
  /** Tariff band; `undetermined` where an input is missing that decides it. */
  readonly tariffBand: string | null;
  /** Permissions of others, such as China's own; always asked for separately. */
  readonly otherGates: readonly Gate[];
  /** The date lies after the last evidence: the answer is the last state known. */
  readonly afterEvidence: boolean;
  /** What the answer does not cover, in sentences: listed end users and end uses, always. */
  readonly caveats: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A part of the plane of TPP and performance density that a clause controls; bounds are included below, excluded above, and `unlimited` where there is none. */
export interface Region {
  readonly clause: string;
  readonly paragraph: string;
  readonly rule: string;
  /** TPP. */
  readonly tpp: Interval;
  /** TPP/mm2. */
  readonly performanceDensity: Interval;
  /** What else must be met, in words: `I/O of 600 GB/s or more`; null where nothing. */
  readonly beside: string | null;
}
