import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import type { FailureData } from './failureData.ts';
import { declaration, type FailureParameters } from './params.ts';
import { question } from './question.ts';
import { selectFailures } from './select.ts';
import { failureTables } from './tables.ts';

export const twin: FigureTwin<FailureParameters, FailureData> = {
  declaration,
  question,
  cut: ({ catalogue, topologies }) => selectFailures(catalogue, topologies()),
  tables: (strings, data, values) => failureTables(phrases(strings, declaration.id), data, values),
};
