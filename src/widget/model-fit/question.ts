import { withinFactor, type FigureQuestion } from '../question.ts';
import type { FitData } from './fitData.ts';
import type { FitParameters } from './params.ts';
import { reckon } from './reckon.ts';

/** How many chips the model of the state takes. */
export const question: FigureQuestion<FitParameters, FitData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'chips' },
  state: {},
  answer: (data, values) => reckon(data, values).fit.chips,
  ...withinFactor(1.25),
};
