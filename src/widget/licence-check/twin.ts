import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { askAll } from './asked.ts';
import { checkOn, type CheckData } from './checkData.ts';
import { drawnProps } from './drawn.ts';
import { declaration, type CheckParameters } from './params.ts';
import { question } from './question.ts';
import { selectCheck } from './select.ts';
import { checkTables } from './tables.ts';

export const twin: FigureTwin<CheckParameters, CheckData> = {
  declaration,
  question,
  cut: ({ catalogue }) => selectCheck(catalogue),
  tables(strings, all, values) {
    const data = checkOn(all, values.asof);
    const say = phrases(strings, declaration.id);
    const check = askAll(say, data, values);
    return checkTables(say, data, check, drawnProps(say, data, check));
  },
};
