import type { Status } from '../../data/schema/statement.ts';
import type { Architecture } from '../../model/workload/architecture.ts';
import type { Release } from '../../model/workload/weightFormat.ts';
import type { ChipId } from './params.ts';

/** The slice of the record that the widget carries into the page. */
export interface FitData {
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
  /** Bytes. */
  readonly memory: number;
  /** Printed. */
  readonly memoryText: string;
  readonly status: Status;
  readonly read: string;
  readonly machines: readonly FitMachine[];
  readonly sources: readonly string[];
}

/** A machine made of the chip: one fast domain. */
export interface FitMachine {
  readonly id: string;
  readonly chips: number;
  readonly status: Status;
}
