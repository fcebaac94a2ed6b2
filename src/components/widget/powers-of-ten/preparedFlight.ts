import type { Stop } from '../../../placement/flight/stops.ts';
import type { FlightData } from '../../../widget/powers-of-ten/flightData.ts';
import type { ToldStop } from '../../../widget/powers-of-ten/table.ts';
import type { Say } from '../../../widget/powers-of-ten/text.ts';
import type { PreparedFigure } from '../staticWidget.ts';

/** A stop with everything the components print of it. */
export interface PreparedStop extends ToldStop {
  /** HTML of what follows its sentence. */
  readonly facts: string;
  /** Text of an SVG. */
  readonly still: string;
}

/** The figure with what its components print of each stop. */
export interface PreparedFlight extends PreparedFigure<FlightData> {
  readonly stops: readonly PreparedStop[];
  readonly current: Stop;
  readonly say: Say;
}
