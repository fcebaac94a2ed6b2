import type { Layout } from '../../data/schema/layout.ts';
import type { Status } from '../../data/schema/statement.ts';
import type { RecordSlice } from '../recordedFigure.ts';

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
  /** First day on which it counts as known, `YYYY-MM-DD`. */
  readonly known: string;
  readonly sources: readonly string[];
}

/** A value, or what exactly is not published. */
export type Amount = KnownAmount | { readonly unknown: string };

export interface ComparedCabinet {
  readonly system: string;
  /** Class of the system's layout. */
  readonly classId: string;
  /** What each quantity is taken from. */
  readonly asked: Readonly<Record<Quantity, AmountSource>>;
}

/** Where a value comes from: a figure of the record, a sum over figures, none of something, or nothing published. */
export type AmountSource =
  | { readonly of: string; readonly reason?: string | undefined }
  | {
      readonly expression: string;
      /** As it is printed, and how many base units it is. */
      readonly unit: string;
      readonly factor: number;
      readonly bound?: 'at-least' | 'at-most' | 'about' | undefined;
      readonly reason: string;
    }
  | { readonly none: string; readonly reason: string }
  | { readonly unknown: string }
  /** Chips over the outer footprint, with the figures behind its sides. */
  | { readonly perFootprint: readonly string[] };

/** The slice of the record that the widget carries into the page. */
export interface RackData extends RecordSlice {
  readonly cabinets: Readonly<Record<string, ComparedCabinet>>;
  readonly systems: Readonly<Record<string, { readonly layout: Layout }>>;
}
