import type { Stop } from '../../../placement/flight/stops.ts';
import type { FlightData } from '../../../widget/powers-of-ten/flightData.ts';
import type { Say, StopWords } from '../../../widget/powers-of-ten/text.ts';
import type { PreparedFigure, SourceLine } from '../staticWidget.ts';

/** A stop with everything the components print of it. */
export interface PreparedStop extends StopWords {
  readonly statusWord: string;
  readonly reachStatusWord: string;
  readonly sources: readonly SourceLine[];
  /** Text of an SVG. */
  readonly still: string;
}

/** The figure with what its components print of each stop. */
export interface PreparedFlight extends PreparedFigure<FlightData> {
  readonly stops: readonly PreparedStop[];
  readonly current: Stop;
  readonly say: Say;
}
