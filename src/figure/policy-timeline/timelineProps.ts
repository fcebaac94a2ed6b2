import type { Status } from '../../data/schema/statement.ts';

/** A state that a measure was in. Days count from 1970-01-01. */
export interface TimelineState {
  readonly status: Status;
  readonly from: number;
  /** First day it no longer held; null where no text ends it. */
  readonly to: number | null;
}

/** Something somebody did, as it stands on the sheet. */
export interface TimelineMove {
  readonly id: string;
  readonly name: string;
  /** First and last day that its date can mean. */
  readonly from: number;
  readonly to: number;
  /** The United States and its partners over the axis, China under it, both and companies on it. */
  readonly bank: 'over' | 'both' | 'under';
  /** One of `lanes`. */
  readonly lane: string;
  /** Known from the act itself; what is only reported is drawn as an outline. */
  readonly firm: boolean;
  /** Named before the others where there is no room for all names. */
  readonly leading: boolean;
  /** Drawn large, with its name: one of those that the sheet tells. */
  readonly large: boolean;
  /** Ids of earlier moves that it suspended, ended, prolonged or carried out. */
  readonly answers: readonly string[];
  /** How each measure it brought stood over time. */
  readonly measures: readonly (readonly TimelineState[])[];
  /** The day as it stands beside the name. */
  readonly dated: string;
  /** `told` is one of the moves that the sheet tells now. */
  readonly weight: 'picked' | 'told' | 'linked' | 'plain' | 'faded';
}

export interface TimelineLane {
  readonly id: string;
  readonly name: string;
  readonly bank: TimelineMove['bank'];
}

export interface TimelineProps {
  /** By date. */
  readonly moves: readonly TimelineMove[];
  /** From the top of the sheet down. */
  readonly lanes: readonly TimelineLane[];
  /** First day shown, and the first one no longer shown. */
  readonly from: number;
  readonly to: number;
  /** First day after the quiet years, drawn at a fraction of the scale; null where none are. */
  readonly foldedUntil: number | null;
  /** First day of the crowded years, drawn at more than the scale; null where none are. */
  readonly crowdedFrom: number | null;
  /** Last day of evidence. */
  readonly evidence: number;
  /** Whether the lines of measures stand even where names have to give way to them. */
  readonly measures: boolean;
  readonly words: {
    readonly over: string;
    /** The same where there is little room. */
    readonly overShort: string;
    readonly under: string;
    readonly evidence: string;
    /** The same without its day. */
    readonly evidenceShort: string;
    readonly empty: string;
    /** Says at the break of the scale how the quiet years are drawn. */
    readonly folded: string;
    /** Says at the beginning of the crowded years how they are drawn. */
    readonly crowded: string;
    /** Who acts where both do. */
    readonly both: string;
    /** What the strokes mean, in a sentence. */
    readonly strokes: string;
    /** Says how many of the moves are named; given both counts. */
    named(named: number, all: number): string;
    /** The same with what its lines mean, while moves are told; given both counts. */
    told(named: number, all: number): string;
    /** What a line or a dot means: a status, `official`, `report` or `written`. */
    state(name: string): string;
  };
}

export interface TimelineFrame {
  readonly width: number;
  readonly height: number;
}
