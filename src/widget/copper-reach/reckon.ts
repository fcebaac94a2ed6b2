import { marginOf, reachOf, spansOf, type Lane, type Parts, type Span } from '../../model/channel/link.ts';
import { isLight, type Medium } from '../../model/channel/medium.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import { drawnRates, laneOn, partsOn } from './known.ts';
import type { Rate, ReachValues } from './params.ts';

/** A medium at the rate and the length of a state. */
export interface Reckoned {
  readonly medium: Medium;
  readonly lane: Lane;
  readonly spans: readonly Span[];
  /** dB left of the budget in the span that has least; below zero the link is closed. */
  readonly margin: number;
  /** Metres by loss alone; Infinity where loss sets no limit. */
  readonly reach: number;
  /** dB a metre on the way, 0 for light. */
  readonly slope: number;
}

/** A plain cable at one rate. */
export interface ReckonedRate {
  readonly rate: Rate;
  readonly lane: Lane;
  /** dB that both ends take before the cable begins. */
  readonly ends: number;
  /** dB a metre. */
  readonly slope: number;
  /** Metres; 0 where the ends take the whole budget. */
  readonly reach: number;
}

/** What lies before and after the cable, and how far apart, metres. */
const wayOf = (values: ReachValues) => ({ length: values.length / 100, board: values.board / 100 });

function slopeOf(parts: Parts, lane: Lane, medium: Medium): number {
  if (isLight(medium)) return 0;
  return (medium === 'board' ? parts.board : parts.cable)(lane.frequency);
}

/** One medium in a state, that of the state where none is named. */
export function reckon(data: RecordSlice, values: ReachValues, medium: Medium = values.medium): Reckoned {
  const parts = partsOn(data, values);
  const lane = laneOn(data, values.rate, values.asof);
  const way = wayOf(values);
  const spans = spansOf(parts, lane, { ...way, medium });
  return {
    medium,
    lane,
    spans,
    margin: marginOf(lane, spans),
    reach: reachOf(parts, lane, medium, way.board),
    slope: slopeOf(parts, lane, medium),
  };
}

/** A plain cable at every rate that is drawn. */
export function reckonRates(data: RecordSlice, values: ReachValues): ReckonedRate[] {
  const parts = partsOn(data, values);
  const { board } = wayOf(values);
  return drawnRates(data, values).map((rate) => {
    const lane = laneOn(data, rate, values.asof);
    const [ends] = spansOf(parts, lane, { medium: 'passive', length: 0, board });
    return {
      rate,
      lane,
      ends: ends!.loss,
      slope: parts.cable(lane.frequency),
      reach: reachOf(parts, lane, 'passive', board),
    };
  });
}
