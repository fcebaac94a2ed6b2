import { withinFactor, type FigureQuestion } from '../question.ts';
import { checkedValues } from './checked.ts';
import { labOf } from './lab.ts';
import type { LabData } from './labData.ts';
import type { LabParameters } from './params.ts';

/** How many cables join each of 64 chips to all others. */
export const question: FigureQuestion<LabParameters, LabData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'cables' },
  state: { family: 'fullmesh', shape: 'auto', chips: 64, lanes: 64, beside: 'none' },
  answer: (data, values) => labOf(data, checkedValues(values).values).first.measures.cables,
  ...withinFactor(1.25),
};
