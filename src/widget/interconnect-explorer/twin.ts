import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { checkedValues } from './checked.ts';
import type { ExplorerData } from './explorerData.ts';
import { exploredOf } from './explored.ts';
import { declaration, type ExplorerParameters } from './params.ts';
import { question } from './question.ts';
import { selectExplorer } from './select.ts';
import { explorerTables } from './tables.ts';

export const twin: FigureTwin<ExplorerParameters, ExplorerData> = {
  declaration,
  question,
  cut: ({ catalogue, layouts, topologies }) => selectExplorer(catalogue, layouts(), topologies()),
  tables: (strings, data, values) =>
    explorerTables(phrases(strings, declaration.id), exploredOf(data, checkedValues(data, values).values)),
  refuses: (_strings, data, values) => checkedValues(data, values).problems[0] ?? null,
};
