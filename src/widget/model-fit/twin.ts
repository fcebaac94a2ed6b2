import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import type { FitData } from './fitData.ts';
import { declaration, type FitParameters } from './params.ts';
import { question } from './question.ts';
import { selectFit } from './select.ts';
import { fitTables } from './view.ts';

export const twin: FigureTwin<FitParameters, FitData> = {
  declaration,
  question,
  cut: ({ catalogue, models, topologies }) => selectFit(catalogue, models(), topologies()),
  tables: (strings, data, values) => fitTables(phrases(strings, declaration.id), data, values),
};
