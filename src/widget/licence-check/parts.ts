import { formatDate } from '../../encoding/date.ts';
import type { Reason, Verdict } from '../../model/exportControl/verdict.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import { afterwards } from './afterwards.ts';
import type { Asked, Check } from './asked.ts';
import type { CheckData } from './checkData.ts';
import { clauseOf, type AskedClause } from './clauses.ts';
import { capital } from './gates.ts';
import type { CheckValues } from './params.ts';
import { linksHtml } from './tables.ts';
import { waysRows } from './ways.ts';

/** Beside the drawing, for each day: the answer, the chain that led to it, what would change it, what comes after it. */
export function partsHtml(
  say: Phrases,
  data: CheckData,
  values: CheckValues,
  check: Check,
  newTab: boolean,
): Raw {
  const ways = waysRows(say, data, check);
  const days = check.asked.map(({ day, verdict }, column) => {
    // The table has them all, with their titles.
    const links = (sources: readonly string[]) => linksHtml(data, sources.slice(0, 2), newTab);
    const reasons = verdict.reasons
      .filter((reason) => isStep(data, verdict, reason))
      .map(
        ({ clause, rule, text, sources }) =>
          markup`<li data-key="${rule} ${clause}"><strong>${capital(clause)}.</strong> ${text} ${links(sources)}</li>`,
      );
    const mine = ways.filter((one) => one.day === day);
    const changes = mine
      .filter(({ then }) => then !== '')
      .map(
        ({ input, change, then }) =>
          markup`<li data-key="${input}"><strong>${capital(input)}:</strong> ${change}. ${then}</li>`,
      );
    const idle = mine.filter(({ then }) => then === '').map(({ input }) => input);
    const after = afterwards(say, verdict).map(
      ({ key, kind, text, sources }) =>
        markup`<li data-key="${key}"><strong>${kind}</strong> ${text} ${links(sources)}</li>`,
    );
    const title = (key: string) =>
      markup`<p class="fit-others-title">${check.asked.length > 1 ? `${formatDate(day)}. ` : ''}${say(`part.${key}`)}</p>`;
    return markup`<div data-key="${column}">${title('why')}<ol class="check-list">${reasons}</ol>${title('change')}<ul class="check-list">${changes}${when(
      idle.length > 0,
      () => markup`<li data-key="idle">${say('way.all', { inputs: idle.join(', ') })}</li>`,
    )}</ul>${title('after')}<ul class="check-list">${after}</ul></div>`;
  });
  const answers = check.asked.map(
    (one, column) =>
      markup`<p class="fit-count" data-key="answer-${column}">${answerSentence(say, values, one)}</p>`,
  );
  return markup`${answers}${days}`;
}

/** The answer of one day in a sentence. */
export function answerSentence(say: Phrases, values: CheckValues, { day, verdict }: Asked): string {
  return say(`sentence.${verdict.licence}`, {
    date: formatDate(day),
    destination: say(`country.${values.destination}`),
  });
}

/** Whether a reason belongs to the chain: it is a gate that was come to, or it holds or may hold. The table has them all. */
function isStep(data: CheckData, verdict: Verdict, reason: Reason): boolean {
  const { rule, clause, met } = reason;
  const gate = clauseOf(data, rule, clause);
  const settled = verdict.reasons.findIndex((one) => one.met && listed(clauseOf(data, one.rule, one.clause)));
  const here = verdict.reasons.findIndex((one) => one.rule === rule && one.clause === clause);
  // A clause that says more than once what it does is told once.
  if (verdict.reasons[here] !== reason) return false;
  if (listed(gate)) return (settled < 0 || here <= settled) && (gate!.kind !== 'exclusion' || met !== false);
  return gate !== null || met !== false;
}

const listed = (clause: AskedClause | null): boolean =>
  clause?.kind === 'control' || clause?.kind === 'exclusion';
