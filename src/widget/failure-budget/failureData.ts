import type { MachineParts } from '../../model/failure/machineParts.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import type { SystemId } from './params.ts';

/** The slice of the record that the widget carries into the page. */
export interface FailureData extends RecordSlice {
  readonly systems: Readonly<Record<SystemId, FailureSystem>>;
}

export interface FailureSystem {
  readonly parts: MachineParts;
  /** Key of the figure that says how many chips it has. */
  readonly count: string;
  /** What its wiring assumes, in words. */
  readonly assumptions: readonly string[];
  /** Of its wiring. */
  readonly sources: readonly string[];
}
