import type { Wiring } from '../../model/topology/wiring.ts';
import type { CabinetPlan } from '../../placement/links/cabinetRows.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import type { SystemId } from './params.ts';

/** The slice of the record that the figure carries into the page. */
export interface ExplorerData extends RecordSlice {
  readonly systems: Readonly<Record<SystemId, WiredSystem>>;
}

export interface WiredSystem {
  readonly name: string;
  /** How it is wired, in a sentence. */
  readonly summary: string;
  readonly wiring: Wiring;
  readonly assumptions: readonly { readonly says: string; readonly reason: string }[];
  readonly plan: CabinetPlan;
  /** Key of the figure that counts its chips; null where the record has no such machine. */
  readonly chips: string | null;
  /** Ids of the sources of its wiring. */
  readonly sources: readonly string[];
  /** Day on which the newest of those that say so was published. */
  readonly published: string;
}
