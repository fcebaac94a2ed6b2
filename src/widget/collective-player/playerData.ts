import type { Dimension } from '../../model/collective/dimension.ts';
import type { Operation } from '../../model/collective/operation.ts';
import type { RecordedFigure } from '../recordedFigure.ts';

/** A level of a machine as collectives see it, and what its links are. */
export interface PlayerLevel extends Dimension {
  /** Of links between neighbours, or of the way to a switch: as far as copper goes, then light. */
  readonly medium: 'copper' | 'light' | 'both';
  /** On a ring of copper, every so many links one is light; 0 where none is. */
  readonly lightEvery: number;
}

/** A published run of a machine. Seconds. */
export interface MeasuredRun {
  readonly operation: Operation;
  readonly ranks: number;
  readonly bytes: number;
  readonly seconds: number;
  /** What the machine's library would take by its own plan, and how it would do it. */
  readonly library: number;
  readonly plan: string;
}

/** Sizes at which a library is asked, bytes: four for each factor of ten. */
export const librarySizes = Array.from({ length: 29 }, (_, k) => Number((10 ** (3 + k / 4)).toPrecision(3)));

export interface PlayerMachine {
  readonly id: string;
  /** Innermost first. */
  readonly levels: readonly PlayerLevel[];
  /** Key of the figure that says how many chips there are. */
  readonly count: string;
  /** Its switches are said to add what passes through them. */
  readonly reduces: boolean;
  readonly assumptions: readonly string[];
  readonly sources: readonly string[];
  readonly measured: readonly MeasuredRun[];
  /** Seconds that the machine's library would take with all chips, at `librarySizes`; by operation. */
  readonly library: Readonly<Partial<Record<Operation, readonly number[]>>>;
  /** Of the measurements. */
  readonly measuredSources: readonly string[];
}

export interface PlayerData {
  readonly machines: readonly PlayerMachine[];
  readonly figures: Readonly<Record<string, RecordedFigure>>;
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
}
