import type { WholeRecord } from '../../data/wholeRecord.ts';
import { withinFactor, type FigureQuestion } from '../question.ts';
import { NotYetKnown } from './lazy.ts';
import type { FlightParameters } from './params.ts';
import { selectFlight } from './select.ts';

/** How many chips the cluster was to hold. */
export const question: FigureQuestion<FlightParameters, WholeRecord, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'chips' },
  state: { stage: 'package' },
  answer({ catalogue, layouts, topologies }, { asof }) {
    try {
      return selectFlight(catalogue, layouts(), topologies(), asof).counts.cluster;
    } catch (error) {
      if (error instanceof NotYetKnown) return null;
      throw error;
    }
  },
  ...withinFactor(2),
};
