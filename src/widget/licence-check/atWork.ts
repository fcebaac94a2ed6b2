import { chartWorker } from '../chart/work.ts';
import { askAll } from './asked.ts';
import type { CheckData } from './checkData.ts';
import { parameters, type CheckParameters } from './params.ts';
import { answerSentence } from './parts.ts';
import { checkView } from './view.ts';

/** Figures of one's own that a reader may leave empty. */
const figures = ['tops', 'area', 'io', 'dram'];

/** Makes the figure work: every word and gate follows the state, and the state follows the controls. */
export const workCheck = chartWorker<CheckParameters, CheckData>({
  id: 'licence-check',
  parameters,
  view: checkView,
  said: (say, data, values) =>
    askAll(say, data, values)
      .asked.map((one) => answerSentence(say, values, one))
      .join(' '),
  // An empty field is a figure not known, or no second day.
  typed: (name, text) => text || (figures.includes(name) ? 'unknown' : name === 'compare' ? 'none' : ''),
  wrongText: (say, { parameter, value, allowed }) =>
    say('wrong', { field: say(`group.${parameter}`), value: value || say('word.none'), allowed }),
  gestures: ({ slots }) => ({
    // Another answer is read from its beginning.
    written(changed) {
      if (changed.has('parts')) slots.parts.scrollTop = 0;
    },
  }),
});
