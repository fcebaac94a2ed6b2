import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { mapState } from './drawing.ts';
import { mapOn, type MapData } from './mapData.ts';
import { declaration, type MapParameters } from './params.ts';
import { question } from './question.ts';
import { cutMap } from './select.ts';
import { mapTables } from './table.ts';

export const twin: FigureTwin<MapParameters, MapData> = {
  declaration,
  question,
  cut: cutMap,
  tables(strings, all, values) {
    const data = mapOn(all, values.asof);
    const say = phrases(strings, declaration.id);
    return mapTables(say, data, mapState(say, data, values));
  },
};
