import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { declaration, type PlayerParameters } from './params.ts';
import type { PlayerData } from './playerData.ts';
import { question } from './question.ts';
import { selectPlayer } from './select.ts';
import { playerTables } from './tables.ts';

export const twin: FigureTwin<PlayerParameters, PlayerData> = {
  declaration,
  question,
  cut: ({ catalogue, topologies, measurements, libraries }) =>
    selectPlayer(catalogue, topologies(), measurements(), libraries()),
  tables: (strings, data, values) =>
    playerTables(phrases(strings, declaration.id), data, values).filter(({ rows }) => rows.length > 0),
};
