import type { Reading } from '../../data/schema/exportControl.ts';
import type { Interval } from './interval.ts';
import type { ChipInput } from './ruledChip.ts';
import type { Standing } from './standing.ts';

/** A quantity the rules measure, with the inputs it was made from. */
export interface Measure {
  readonly value: Interval | null;
  /** `TPP`, `TPP/mm2`, `GB/s`, `GB/s/mm2`. */
  readonly unit: string;
  /** Significant digits that its inputs carry, or as many as keep it on its side of the lines of the day. */
  readonly digits: number;
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

/** Something that is not known, on which an answer turns. */
export interface Unknown {
  /** `tpp`, `area`, `io`, `dram`, `memory`, `datacentre`, `us-sale`, `route`, `destination`, `maker`, `chip`, `letter`. */
  readonly input: UnknownInput;
  /** The answers that turn on it. */
  readonly of: readonly ('list' | 'licence' | 'policy')[];
  /** What is known of it instead, and why no more, in a sentence. */
  readonly text: string;
}

export type UnknownInput =
  ChipInput | 'memory' | 'route' | 'destination' | 'maker' | 'chip' | 'letter' | 'origin' | 'review';

/** A step with the record behind it. */
export interface CitedReason extends Reason {
  /** Name of the rule. */
  readonly name: string;
  /** Where the rule is published; null where nothing is. */
  readonly citation: string | null;
  /** First day it holds, and the last that its text gives; null where it gives none. */
  readonly from: string;
  readonly to: string | null;
  readonly reading: Reading;
}

/** Permission that somebody else gives, beside the licence. */
export interface Gate {
  /** Id of the event in the record. */
  readonly id: string;
  readonly jurisdiction: string;
  readonly text: string;
  readonly status: string;
  readonly reading: Reading;
  /** Last day by its own text, where it has one. */
  readonly endsOn: string | null;
  /** How it stands on the day asked about. */
  readonly standing: Standing;
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
  /** What is not known and decides; empty where list, licence and policy are told. */
  readonly decides: readonly Unknown[];
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
  readonly reasons: readonly CitedReason[];
  /** What an expert would ask and this answer does not. */
  readonly notAsked: readonly { readonly id: string; readonly text: string }[];
  /** Last day of the evidence it rests on. */
  readonly evidenceTo: string;
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
