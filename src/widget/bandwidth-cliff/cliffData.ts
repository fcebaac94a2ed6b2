import type { RecordedFigure } from '../recordedFigure.ts';

/** The slice of the record that the widget carries into the page. */
export interface CliffData {
  /** In the order they are drawn. */
  readonly systems: readonly CliffSystem[];
  /** Every statement behind those keys. */
  readonly figures: Readonly<Record<string, RecordedFigure>>;
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
}

export interface CliffSystem {
  readonly id: string;
  /** Computed from the machine's wiring; see `model/topology/reach.ts`. */
  readonly steps: readonly CliffReach[];
  /** Key of the figure that says how many chips it has. */
  readonly count: string;
  /** Key of what each has towards other machines, one direction; null where the record has none. */
  readonly beyond: string | null;
  /** What the wiring assumes, in words. */
  readonly assumptions: readonly string[];
  /** Of its wiring. */
  readonly sources: readonly string[];
}

export interface CliffReach {
  readonly leaving: number;
  readonly chips: number;
  /** Bytes per second a chip, one direction. */
  readonly bandwidth: number;
  /** Share that leaves as light. */
  readonly optical: number;
}
