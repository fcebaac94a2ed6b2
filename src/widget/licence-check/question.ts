import { assess } from '../../model/exportControl/assess.ts';
import { exactly, type FigureQuestion } from '../question.ts';
import { questionOn } from './asked.ts';
import type { CheckData } from './checkData.ts';
import type { CheckParameters } from './params.ts';

/** Whether the chip of the state needs a licence on its first day. */
export const question: FigureQuestion<CheckParameters, CheckData, string> = {
  asks: 'question',
  form: { kind: 'choice', values: ['required', 'not-required', 'undetermined'] },
  state: {},
  answer(data, values) {
    const { rulebook, question: asked } = questionOn(data, values, '');
    return assess(rulebook, asked).licence;
  },
  ...exactly,
};
