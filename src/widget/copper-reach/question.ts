import { withinFactor, type FigureQuestion } from '../question.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import type { ReachParameters } from './params.ts';
import { reckon } from './reckon.ts';

/** How far a lane of the state's rate reaches over a plain cable, metres; nothing where it reaches nowhere. */
export const question: FigureQuestion<ReachParameters, RecordSlice, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'm' },
  state: {},
  answer(data, values) {
    const { reach } = reckon(data, values, 'passive');
    return reach > 0 ? Number(reach.toPrecision(2)) : null;
  },
  ...withinFactor(1.5),
};
