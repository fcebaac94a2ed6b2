import type { Rulebook } from '../../data/schema/exportControl.ts';
import type { Question } from '../../model/exportControl/question.ts';
import { waysOut, type WayOut } from '../../model/exportControl/waysOut.ts';
import type { Phrases } from '../phrases.ts';
import type { Check } from './asked.ts';
import type { CheckData } from './checkData.ts';

/** The smallest change of one input that changes the answer of a day, and the answer then. */
export interface WayRow {
  readonly day: string;
  readonly input: string;
  readonly change: string;
  readonly then: string;
}

/** One question is asked for the list and for the table. */
const found = new WeakMap<Question, readonly WayOut[]>();

function waysOf(rulebook: Rulebook, question: Question): readonly WayOut[] {
  const ways = found.get(question) ?? waysOut(rulebook, question);
  found.set(question, ways);
  return ways;
}

/** Every single change that changes an answer; an input that cannot do it alone says so. */
export function waysRows(say: Phrases, { rulebook }: CheckData, { asked }: Check): WayRow[] {
  return asked.flatMap(({ day, question }) =>
    waysOf(rulebook, question).map(({ input, change, then }) => ({
      day,
      input: say(`input.${input}`),
      change: change ?? say('way.none'),
      then: then ? thenText(say, then) : '',
    })),
  );
}

function thenText(say: Phrases, { licence, paragraph, clause, policy }: NonNullable<WayOut['then']>): string {
  return [
    `${say(`answer.${licence}`)}.`,
    paragraph && clause ? say('list.controlled', { paragraph, clause }) : '',
    policy ? say(`policy.${policy.kind}`) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
