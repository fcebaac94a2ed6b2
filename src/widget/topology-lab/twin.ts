import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { checkedValues } from './checked.ts';
import { labOf } from './lab.ts';
import type { LabData } from './labData.ts';
import { declaration, type LabParameters } from './params.ts';
import { question } from './question.ts';
import { selectLab } from './select.ts';
import { labTables } from './tables.ts';

export const twin: FigureTwin<LabParameters, LabData> = {
  declaration,
  question,
  cut: ({ catalogue, topologies }) => selectLab(catalogue, topologies()),
  tables(strings, data, asked) {
    const { values } = checkedValues(asked);
    return labTables(phrases(strings, declaration.id), data, values, labOf(data, values));
  },
  refuses: (_strings, _data, values) => checkedValues(values).problems[0] ?? null,
};
