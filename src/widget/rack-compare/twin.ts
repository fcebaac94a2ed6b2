import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { declaration, type RackParameters } from './params.ts';
import { question } from './question.ts';
import type { RackData } from './rackData.ts';
import { selectRacks } from './select.ts';
import { rackTables } from './view.ts';

export const twin: FigureTwin<RackParameters, RackData> = {
  declaration,
  question,
  cut: ({ catalogue, layouts, cabinets }) => selectRacks(catalogue, layouts(), cabinets()),
  tables: (strings, data, values) => rackTables(phrases(strings, declaration.id), data, values),
};
