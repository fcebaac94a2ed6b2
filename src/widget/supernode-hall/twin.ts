import type { FigureTwin } from '../twin.ts';
import type { HallData } from './hallData.ts';
import { declaration, type HallParameters } from './params.ts';
import { question } from './question.ts';
import { selectHall } from './select.ts';
import { hallState } from './state.ts';
import { hallTables } from './table.ts';
import { wordsFrom } from './words.ts';

export const twin: FigureTwin<HallParameters, HallData> = {
  declaration,
  question,
  cut: ({ catalogue, layouts, topologies }) => selectHall(catalogue, layouts(), topologies()),
  tables(strings, data, values) {
    const { state } = hallState(data, values);
    const { standing, system } = state;
    return hallTables(wordsFrom(strings, 'en'), standing.peek(), system.peek(), data, values.asof);
  },
  refuses(_strings, data, values) {
    const { allowed } = hallState(data, values);
    return allowed === null ? null : { parameter: 'part', value: values.part, allowed };
  },
};
