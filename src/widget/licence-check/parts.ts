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
import { cellHtml } from '../twinTable.ts';
import { datedCell, linksHtml } from './tables.ts';
import { waysRows } from './ways.ts';

interface Told {
  readonly key: string;
  readonly lead: string;
  readonly text: string;
  readonly ends?: string;
  readonly sources: readonly string[];
}

const isTold = (told: readonly Told[], { lead, text }: Told): boolean =>
  told.some((one) => one.lead === lead && one.text === text);

/**
 * Beside the drawing, which has the answer of each day: what is not known and decides, and, folded, what would change an
 * answer, the chain that led to it and what comes beside it. What the second day repeats of the first is named, and told once.
 */
export function partsHtml(say: Phrases, data: CheckData, check: Check, newTab: boolean): Raw {
  const ways = waysRows(say, data, check);
  const two = check.asked.length > 1;
  // The table has all sources, with their titles.
  const item = ({ key, lead, text, ends, sources }: Told) =>
    markup`<li data-key="${key}"><strong>${lead}</strong> ${cellHtml(datedCell(say, text, ends), newTab)} ${linksHtml(data, sources.slice(0, 2), newTab)}</li>`;
  /** Items of a day; those that the first day told already are named in one. */
  const items = (lists: readonly (readonly Told[])[], column: number) => {
    const before = column > 0 ? lists[0]! : [];
    const repeated = lists[column]!.filter((one) => isTold(before, one));
    const same = markup`<li data-key="same">${say('part.same', {
      date: formatDate(check.asked[0]!.day),
      what: repeated.map(({ lead }) => lead.replace(/[.:]$/, '')).join(', '),
    })}</li>`;
    return markup`${when(repeated.length > 0, () => same)}${lists[column]!.filter((one) => !isTold(before, one)).map(item)}`;
  };
  const chains = check.asked.map(({ verdict }) =>
    verdict.reasons
      .filter((reason) => isStep(data, verdict, reason))
      .map(({ clause, rule, text, sources }): Told => {
        return { key: `${rule} ${clause}`, lead: `${capital(clause)}.`, text, sources };
      }),
  );
  const changes = check.asked.map(({ day }) =>
    ways
      .filter((one) => one.day === day && one.then !== '')
      .map(({ input, change, then }): Told => {
        return { key: input, lead: `${capital(input)}:`, text: `${change}. ${then}`, sources: [] };
      }),
  );
  /** A fold with a list for each day, dated where there are two. */
  const dated = (key: string, list: (day: string, column: number) => Raw) =>
    markup`<details class="check-fold" data-key="${key}"><summary>${say(`part.${key}`)}</summary>${check.asked.map(
      ({ day }, column) =>
        markup`<div data-key="${column}">${when(two, () => markup`<p class="check-day">${formatDate(day)}</p>`)}${list(day, column)}</div>`,
    )}</details>`;
  const change = dated('change', (day, column) => {
    const idle = ways.filter((one) => one.day === day && one.then === '').map(({ input }) => input);
    const none = when(
      idle.length > 0,
      () => markup`<li data-key="idle">${say('way.all', { inputs: idle.join(', ') })}</li>`,
    );
    return markup`<ul class="check-list">${items(changes, column)}${none}</ul>`;
  });
  const why = dated('why', (_, column) => markup`<ol class="check-list">${items(chains, column)}</ol>`);
  const after = check.asked.map(({ verdict }) =>
    afterwards(say, verdict).map(({ kind, ...rest }): Told => ({ lead: kind, ...rest })),
  );
  // What decides stands in sight, not folded away.
  const decides = check.asked.flatMap(({ day, verdict }, column) =>
    verdict.decides.length === 0
      ? []
      : [
          markup`<div data-key="decides-${column}"><p class="fit-others-title">${two ? `${formatDate(day)}. ` : ''}${say('part.decides')}</p><ul class="check-list">${verdict.decides.map(({ input, of, text }) => item({ key: input, lead: `${capital(say(`unknown.${input}`))} (${of.map((one) => say(`of.${one}`)).join(', ')}):`, text, sources: [] }))}</ul></div>`,
        ],
  );
  const notAsked = check.asked[0]!.verdict.notAsked.map(
    ({ id, text }) => markup`<li data-key="${id}">${text}</li>`,
  );
  const shared = after[0]!.filter((one) => after.every((list) => isTold(list, one)));
  const own = after.flatMap((list, column) =>
    list
      .filter((one) => !isTold(shared, one))
      .map((one) => ({
        ...one,
        key: `${column} ${one.key}`,
        lead: `${formatDate(check.asked[column]!.day)}. ${one.lead}`,
      })),
  );
  return markup`${decides}${change}${why}<details class="check-fold" data-key="after"><summary>${say('part.after')}</summary><ul class="check-list">${[...own, ...shared].map(item)}</ul><p class="check-day">${say('part.not-asked')}</p><ul class="check-list">${notAsked}</ul></details>`;
}

/** How an application is looked at, to end a sentence; nothing where that cannot be told. */
export const policySentence = (say: Phrases, { policy }: Verdict): string =>
  policy && policy.kind !== 'undetermined' ? say(`sentence-policy.${policy.kind}`) : '';

/** The ways to send it without the licence that is or may be required; nothing where none is known to be open. */
export const noticeSentence = (say: Phrases, { licence, exceptions }: Verdict): string =>
  licence === 'not-required'
    ? ''
    : exceptions
        .map(({ id, open }) =>
          say(licence === 'required' && open === true ? 'or-exception' : 'perhaps-exception', { id }),
        )
        .join(' ');

/** The answer of one day in a sentence, and what may be done instead. */
export function answerSentence(say: Phrases, values: CheckValues, { day, verdict }: Asked): string {
  const answer = say(`sentence.${verdict.licence}`, {
    date: formatDate(day),
    destination: say(`country.${values.destination}`),
    policy: policySentence(say, verdict),
  });
  return [answer, noticeSentence(say, verdict)].filter(Boolean).join(' ');
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
