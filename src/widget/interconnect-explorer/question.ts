import { exactly, type FigureQuestion } from '../question.ts';
import { checkedValues } from './checked.ts';
import type { ExplorerData } from './explorerData.ts';
import { exploredOf } from './explored.ts';
import type { ExplorerParameters } from './params.ts';

/** How many hops lead around the first cable that is cut. */
export const question: FigureQuestion<ExplorerParameters, ExplorerData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'hops' },
  state: {},
  answer(data, values) {
    const [first] = exploredOf(data, checkedValues(data, values).values).around;
    return first?.way?.links.length ?? null;
  },
  ...exactly,
};
