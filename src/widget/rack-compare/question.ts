import { exactly, type FigureQuestion } from '../question.ts';
import { amountOn } from './amount.ts';
import type { RackParameters } from './params.ts';
import type { RackData } from './rackData.ts';

const sides = ['left', 'right', 'equal'] as const;

/** Which of the two cabinets holds more chips. */
export const question: FigureQuestion<RackParameters, RackData, string> = {
  asks: 'question',
  form: { kind: 'choice', values: sides },
  state: {},
  answer(data, { left, right, asof }) {
    const [a, b] = [left, right].map((id) => amountOn(data, id, 'chips', asof, ''));
    if (!a || !b || 'unknown' in a || 'unknown' in b) return null;
    return a.low > b.high ? 'left' : b.low > a.high ? 'right' : a.low === b.low ? 'equal' : null;
  },
  ...exactly,
};
