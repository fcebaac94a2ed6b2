import { assess } from '../../model/exportControl/assess.ts';
import type { Question } from '../../model/exportControl/question.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import { checkOn, type CheckData } from './checkData.ts';
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

/** The question of a state on its first day, and the rules it is put to. @param ownName name of a chip of the reader's own */
export function questionOn(
  all: CheckData,
  values: CheckValues,
  ownName: string,
  day = values.date,
): { readonly rulebook: CheckData['rulebook']; readonly question: Question } {
  const data = checkOn(all, values.asof);
  return {
    rulebook: data.rulebook,
    question: {
      chip: values.chip === 'own' ? ownChip(values, ownName) : data.chips[values.chip]!,
      date: dayOf(data, day) ?? data.rulebook.evidenceUntil,
      destination: values.destination,
      parent: values.parent === 'same' ? null : values.parent,
      route: values.route === 'unknown' ? null : values.route,
      ...(values.sale !== 'record' && { usSale: sales[values.sale] }),
    },
  };
}

/** Puts the state to the rules of its days; a second day that is the first is asked once. */
export function askAll(say: Phrases, all: CheckData, values: CheckValues): Check {
  const data = checkOn(all, values.asof);
  const days = [dayOf(data, values.date), dayOf(data, values.compare)].filter((day) => day !== null);
  const asked = [...new Set(days)].map((day): Asked => {
    const { rulebook, question } = questionOn(data, values, say('own-name'), day);
    return { day, question, verdict: assess(rulebook, question) };
  });
  return { chip: questionOn(data, values, say('own-name')).question.chip, asked };
}
