import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import type { CliffData } from './cliffData.ts';
import { declaration, type CliffParameters } from './params.ts';
import { question } from './question.ts';
import { selectCliff } from './select.ts';
import { cliffTables } from './view.ts';

export const twin: FigureTwin<CliffParameters, CliffData> = {
  declaration,
  question,
  cut: ({ catalogue, topologies }) => selectCliff(catalogue, topologies()),
  tables: (strings, data, values) => cliffTables(phrases(strings, declaration.id), data, values),
};
