import { withinFactor, type FigureQuestion } from '../question.ts';
import type { FailureData } from './failureData.ts';
import type { FailureParameters } from './params.ts';
import { reckon } from './reckon.ts';

/** How long it takes until the first part of the machine fails, hours. */
export const question: FigureQuestion<FailureParameters, FailureData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'h' },
  state: {},
  answer: (data, values) => reckon(data, values).exact.firstFailureHours,
  ...withinFactor(2),
};
