import { exactly, type FigureQuestion } from '../question.ts';
import type { TimelineParameters } from './params.ts';
import { shownEvents } from './shown.ts';
import type { TimelineTwin } from './twinData.ts';

/** Which side made more of the moves that are shown. */
export const question: FigureQuestion<TimelineParameters, TimelineTwin, string> = {
  asks: 'question',
  form: { kind: 'choice', values: ['over', 'under', 'equal'] },
  state: {},
  answer({ data }, values) {
    const shown = shownEvents(data, values);
    const over = shown.filter(({ by }) => by !== 'CN' && by !== 'US/CN' && by !== 'company').length;
    const under = shown.filter(({ by }) => by === 'CN').length;
    return over === under ? 'equal' : over > under ? 'over' : 'under';
  },
  ...exactly,
};
