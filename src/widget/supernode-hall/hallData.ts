import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import type { RecordedFigure, RecordedSource } from '../recordedFigure.ts';

/** The slice of the record that the widget carries into the page. Dates are as the record writes them. */
export interface HallData {
  /** By id, in the order of the control row. */
  readonly systems: Readonly<Record<string, HallSystem>>;
  /** By `record.property`. */
  readonly figures: Readonly<Record<string, RecordedFigure>>;
  /** By id; every source that a figure names. */
  readonly sources: Readonly<Record<string, RecordedSource>>;
}

export interface HallSystem {
  readonly name: string;
  /** Name of the chip it is made of. */
  readonly chip: string;
  /** First day anything about it was published, `YYYY-MM-DD`. */
  readonly knownFrom: string;
  readonly layout: Layout;
  /** Counted from the machine's topology. */
  readonly cables: Cabling;
  /** Keys of the figures that describe the machine as a whole, most telling first. */
  readonly figures: readonly string[];
}
