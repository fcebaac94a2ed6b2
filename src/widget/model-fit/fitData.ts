import type { Status } from '../../data/schema/statement.ts';
import type { Architecture } from '../../model/workload/architecture.ts';
import type { Release } from '../../model/workload/weightFormat.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import type { ChipId } from './params.ts';

/** The slice of the record that the widget carries into the page. */
export interface FitData {
  /** Every statement behind memories and machines, by `record.property`. */
  readonly figures: Readonly<Record<string, RecordedFigure>>;
  /** By id. */
  readonly models: Readonly<Record<string, FitModel>>;
  readonly chips: Readonly<Record<ChipId, FitChip>>;
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
}

export interface FitModel {
  readonly name: string;
  readonly architecture: Architecture;
  readonly release: Release;
  /** Longest context its makers give, in tokens. */
  readonly context: number;
  /** Parameters its makers print. */
  readonly parameters: number;
  readonly sources: readonly string[];
}

export interface FitChip {
  readonly name: string;
  /** Keys of the figures of its memory, the one that goes before the others first. */
  readonly memory: readonly string[];
  /** Smallest first; the first is drawn. */
  readonly machines: readonly FitMachine[];
}

/** A machine made of the chip: one fast domain. */
export interface FitMachine {
  readonly id: string;
  /** Counted in its wiring. */
  readonly chips: number;
  /** Key of the figure that says so. */
  readonly count: string;
}

/** A chip as it was known on a day. */
export interface KnownChip {
  readonly name: string;
  /** Bytes, and printed. */
  readonly memory: number;
  readonly memoryText: string;
  /** Null where nothing had been said of its memory by then, and it is taken as it was told first. */
  readonly status: Status | null;
  readonly read: string;
  readonly machines: readonly FitMachine[];
  readonly sources: readonly string[];
}
