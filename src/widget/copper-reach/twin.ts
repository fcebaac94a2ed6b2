import { phrases } from '../phrases.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import type { FigureTwin } from '../twin.ts';
import { declaration, type ReachParameters } from './params.ts';
import { question } from './question.ts';
import { selectReach } from './select.ts';
import { reachTables } from './tables.ts';

export const twin: FigureTwin<ReachParameters, RecordSlice> = {
  declaration,
  question,
  cut: ({ catalogue }) => selectReach(catalogue),
  tables: (strings, data, values) => reachTables(phrases(strings, declaration.id), data, values),
};
