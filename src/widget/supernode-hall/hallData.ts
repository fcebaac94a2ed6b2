import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import type { Access } from '../../data/schema/source.ts';
import type { Status } from '../../data/schema/statement.ts';

/** The slice of the record that the widget carries into the page. Dates are as the record writes them. */
export interface HallData {
  /** By id, in the order of the control row. */
  readonly systems: Readonly<Record<string, HallSystem>>;
  /** By `record.property`. */
  readonly figures: Readonly<Record<string, HallFigure>>;
  /** By id; every source that a figure names. */
  readonly sources: Readonly<Record<string, HallSource>>;
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
  /** Numbers behind the counts that the layout takes from the record, by key. */
  readonly counts: Readonly<Record<string, number>>;
  /** Keys of the figures that describe the machine as a whole, most telling first. */
  readonly figures: readonly string[];
}

export interface HallFigure {
  readonly label: string;
  /** Name of the record it belongs to. */
  readonly record: string;
  /** Newest first, disputed ones among them. */
  readonly statements: readonly HallStatement[];
}

export interface HallStatement {
  /** Printed, with unit and qualifiers. */
  readonly text: string;
  readonly status: Status;
  /** The day it was first said in public. */
  readonly stated: string;
  /** Last day `stated` can mean, `YYYY-MM-DD`: from then on it counts as known. */
  readonly known: string;
  /** The day it was last read. */
  readonly read: string;
  readonly note?: string;
  readonly reason?: string;
  readonly derivation?: string;
  readonly disputed?: true;
  readonly sources: readonly string[];
}

export interface HallSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly access: Access;
}
