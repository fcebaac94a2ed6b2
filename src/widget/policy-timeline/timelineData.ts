import type { Jurisdiction, Topic } from '../../data/schema/event.ts';
import type { Status } from '../../data/schema/statement.ts';
import type { MarkForm } from '../../figure/threshold-map/mark.ts';

/** The slice of the record that the widget carries into the page; what a card says beyond it stands in the list. */
export interface TimelineData {
  /** Last day of evidence, `YYYY-MM-DD`. */
  readonly evidence: string;
  /** By date. */
  readonly events: readonly TimelineEvent[];
  /** Names by id, of every chip that an event touches, and of every rule. */
  readonly chips: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, string>>;
  /** By beat; none for a beat before the first line for chips could be drawn. */
  readonly maps: Readonly<Record<string, BeatMap>>;
}

/** The chip map on the day of a beat, as today's record has it. */
export interface BeatMap {
  readonly day: string;
  /** Rectangles of the control list: TPP and TPP/mm², each from and to; null where it has no upper bound. */
  readonly parts: readonly (readonly [number, number | null, number, number | null])[];
  /** TPP, TPP/mm², how it stands, made in China, and its name where the beat touches it. */
  readonly marks: readonly (readonly [number, number, MarkForm, boolean, string | null])[];
}

export interface TimelineEvent {
  readonly id: string;
  readonly name: string;
  /** The same in a few words, for the drawing. */
  readonly short: string;
  /** As the record writes it: a day, or a month where the day is not established. */
  readonly date: string;
  /** Whose act it is: a company's is no government's. */
  readonly by: Jurisdiction | 'company';
  readonly topics: readonly Topic[];
  readonly status: Status;
  /** Last day by its own text, `YYYY-MM-DD`, where it has one. */
  readonly endsOn?: string;
  readonly chips: readonly string[];
  readonly rules: readonly string[];
  /** Cut for a day of knowledge: what the record says of it today does not hold for it. */
  readonly past?: true;
  /** The story turns on it, so it is named first. */
  readonly leading?: true;
  /** Ids of earlier events that it suspended, ended, prolonged or carried out. */
  readonly answers?: readonly string[];
  /** How each measure it brought stood over time: status, first day, first day it no longer held. */
  readonly measures: readonly (readonly (readonly [Status, string, string | null])[])[];
}

/** What the list says of an event beyond the slice; read from the HTML in the browser. */
export interface EventText {
  readonly actor: string;
  readonly what: string;
  readonly note: string;
  readonly affects: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly label: string;
    readonly publisher: string;
    readonly href: string;
    /** The same publisher stands in the list with another address too. */
    readonly several: boolean;
  }[];
}
