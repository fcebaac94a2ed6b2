import { knowledgeOn } from '../../data/knowledge.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Stop } from '../../placement/flight/stops.ts';
import type { FlightWords } from '../../placement/flight/flightLabels.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';

/** The machine that the flight passes through, as its drawing needs it. */
export interface FlightMachine {
  readonly layout: Layout;
  /** Layout of the hall in which the machine stands many times. */
  readonly hall: Layout;
  /** Numbers behind the counts that both layouts take from the record, by key. */
  readonly counts: Readonly<Record<string, number>>;
  readonly cables: Cabling;
  /** Halls in the cluster. */
  readonly halls: number;
}

/** What the figure says around the drawing at one stop, from a day on. */
export interface StopText {
  /** First day of knowledge on which it is told so, `YYYY-MM-DD`; the first text of a stop has the first of days. */
  readonly known: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  /** What is said to someone who listens when the stop is reached. */
  readonly said: string;
  /** The sentence of its section, and the HTML of what follows it. */
  readonly sentence: string;
  readonly facts: string;
  /** HTML of its row of the table. */
  readonly row: string;
  /** HTML of the sources cell. */
  readonly sources: string;
}

/** What the widget carries into the page. */
export interface FlightData {
  readonly machine: FlightMachine;
  readonly stops: Readonly<Record<Stop, readonly StopText[]>>;
  readonly labels: FlightWords;
}

/** What a stop says on a day of knowledge. @param asof `YYYY-MM-DD` or `latest` */
export function stopOn({ stops }: FlightData, stop: Stop, asof: string): StopText {
  return knowledgeOn(stops[stop], asof).shown!;
}
