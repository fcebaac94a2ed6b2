import type { Layout } from '../../data/schema/layout.ts';
import type { Status } from '../../data/schema/statement.ts';
import type { RecordedSource } from '../recordedFigure.ts';

/** What is compared. */
export const quantities = ['chips', 'power', 'mass', 'density'] as const;
export type Quantity = (typeof quantities)[number];

/** A value with how firm it is. In chips, watts, kilograms, or chips per square metre; equal ends for one number. */
export interface KnownAmount {
  readonly low: number;
  readonly high: number;
  /** Printed, with its unit. */
  readonly text: string;
  readonly status: Status;
  /** What kind of number it is, or why it had to be assumed. */
  readonly note: string;
  /** The day it was last read. */
  readonly read: string;
  readonly sources: readonly string[];
}

/** A value, or what exactly is not published. */
export type Amount = KnownAmount | { readonly unknown: string };

export interface ComparedCabinet {
  readonly system: string;
  /** Class of the system's layout. */
  readonly classId: string;
  readonly amounts: Readonly<Record<Quantity, Amount>>;
}

/** The slice of the record that the widget carries into the page. */
export interface RackData {
  readonly cabinets: Readonly<Record<string, ComparedCabinet>>;
  readonly systems: Readonly<
    Record<string, { readonly layout: Layout; readonly counts: Readonly<Record<string, number>> }>
  >;
  readonly sources: Readonly<Record<string, RecordedSource>>;
}
