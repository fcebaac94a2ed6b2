import type { Status } from '../../data/schema/statement.ts';

/** The slice of the record that the widget carries into the page. */
export interface CliffData {
  /** In the order they are drawn. */
  readonly systems: readonly CliffSystem[];
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
}

export interface CliffSystem {
  readonly id: string;
  /** Computed from the machine's wiring; see `model/topology/reach.ts`. */
  readonly steps: readonly CliffReach[];
  /** What was said of the machine's size, newest first. */
  readonly said: readonly Said[];
  /** The network between machines: bytes per second a chip, one direction; null where the record has none. */
  readonly beyond: { readonly bandwidth: number; readonly said: readonly Said[] } | null;
  /** What the wiring assumes, in words. */
  readonly assumptions: readonly string[];
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

/** How firm something was from a day on, `YYYY-MM-DD`. */
export interface Said {
  readonly status: Status;
  readonly known: string;
  readonly read: string;
}
