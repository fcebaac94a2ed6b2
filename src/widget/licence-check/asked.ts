import { assess } from '../../model/exportControl/assess.ts';
import type { Question } from '../../model/exportControl/question.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import type { CheckData } from './checkData.ts';
import { dayOf } from './controls.ts';
import { ownChip } from './ownChip.ts';
import type { CheckValues } from './params.ts';

/** The question of one day with its answer. */
export interface Asked {
  readonly day: string;
  readonly question: Question;
  readonly verdict: Verdict;
}

/** The chip of a state, and its answers on one day or on two. */
export interface Check {
  readonly chip: RuledChip;
  readonly asked: readonly Asked[];
}

const sales = { yes: true, no: false, unknown: null } as const;

/** Puts the state to the rules of its days; a second day that is the first is asked once. */
export function askAll(say: Phrases, data: CheckData, values: CheckValues): Check {
  const chip = values.chip === 'own' ? ownChip(values, say('own-name')) : data.chips[values.chip]!;
  const days = [dayOf(data, values.date), dayOf(data, values.compare)].filter((day) => day !== null);
  const asked = [...new Set(days)].map((day): Asked => {
    const question: Question = {
      chip,
      date: day,
      destination: values.destination,
      parent: values.parent === 'same' ? null : values.parent,
      route: values.route === 'unknown' ? null : values.route,
      ...(values.sale !== 'record' && { usSale: sales[values.sale] }),
    };
    return { day, question, verdict: assess(data.rulebook, question) };
  });
  return { chip, asked };
}
