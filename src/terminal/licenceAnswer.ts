import type { Catalogue } from '../data/catalog.ts';
import { isExact, unlimited } from '../model/exportControl/interval.ts';
import { printInterval } from '../model/exportControl/print.ts';
import { printPolicy } from '../model/exportControl/review.ts';
import type { Measure, Verdict } from '../model/exportControl/verdict.ts';
import type { Reading } from '../data/schema/exportControl.ts';
import type { Fields } from './fields.ts';
import { formatTable } from './table.ts';

/**
 * An answer in the keys of the contract. A measure has two: a number, null where it is not known exactly, and beside it a
 * range with its low and high, null where nothing is known; an end that nobody limits is null.
 */
export function answerFields(verdict: Verdict, catalogue: Catalogue): Fields {
  const addresses = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const source = catalogue.sources.get(id);
      return source ? [source.url] : [];
    });
  const cited = (ids: readonly string[]) => ({
    source: addresses(ids)[0] ?? null,
    sources: addresses(ids),
    access: ids.flatMap((id) => catalogue.sources.get(id)?.access ?? []),
  });
  return {
    ...amount('tpp', verdict.tpp),
    ...amount('performance_density', verdict.performanceDensity),
    ...amount('io_gb_s', verdict.ioBandwidth),
    ...amount('dram_gb_s', verdict.dramBandwidth),
    ...amount('memory_bandwidth_density', verdict.memoryBandwidthDensity),
    verdict: verdict.verdict,
    paragraph: verdict.paragraph,
    clause: verdict.clause,
    possible: verdict.possible,
    decides: verdict.decides.map(({ input, of, text }) => ({ input, of, text })),
    licence: verdict.licence,
    policy: verdict.policy && policyWords(verdict.policy, verdict.exceptions.length > 0),
    exceptions: verdict.exceptions.filter(({ open }) => open === true).map(({ id }) => id),
    exceptions_undetermined: verdict.exceptions.filter(({ open }) => open === null).map(({ id }) => id),
    letters: verdict.letters.filter(({ binds }) => binds === true).map(({ rule }) => rule),
    letters_undetermined: verdict.letters.filter(({ binds }) => binds === null).map(({ rule }) => rule),
    tariff_band: verdict.tariffBand,
    notice: noticeOf(verdict),
    other_gates: verdict.otherGates.map(({ sources, endsOn, ...gate }) => ({
      ...gate,
      ends_on: endsOn,
      evidence_to: verdict.evidenceTo,
      ...cited(sources),
    })),
    after_evidence: verdict.afterEvidence,
    evidence_to: verdict.evidenceTo,
    not_asked: verdict.notAsked.map(({ id, text }) => ({ id, text })),
    caveats: verdict.caveats,
    reasons: verdict.reasons.map(({ sources, from, to, ...reason }) => ({
      ...reason,
      effective_from: from,
      ends_on: to,
      evidence_to: verdict.evidenceTo,
      ...cited(sources),
    })),
  };
}

/** The notice that may stand in for a licence, and whether it is open: null where there is none. */
function noticeOf({ exceptions }: Verdict): Fields | null {
  const notice = exceptions.find(({ id }) => id === 'NAC');
  return notice ? { id: notice.id, open: notice.open, text: notice.condition } : null;
}

/** How the text of a rule was read, in words. */
export const readingWords: Readonly<Record<Reading, string>> = {
  read: 'its text was read',
  quoted: 'its text was read as quoted, not whole',
  account: 'an account of its text was read, not the text',
  unpublished: 'no text is public; accounts of it were read',
};

/**
 * Begins with the policy's name; `undetermined` where it turns on something, which then follows.
 * @param open whether an exception may be used, which the text then says
 */
function policyWords({ kind, text }: NonNullable<Verdict['policy']>, open: boolean): string {
  const name = kind === 'undetermined' ? kind : printPolicy(kind);
  if (kind === 'presumption-of-denial' && !open) return name;
  const said = text.charAt(0).toLowerCase() + text.slice(1);
  return said.startsWith(name) ? said : `${name}: ${said}`;
}

function amount(key: string, { value }: Measure): Fields {
  const range = value && { low: value.low, high: value.high >= unlimited ? null : value.high };
  return { [key]: value && isExact(value) ? value.low : null, [`${key}_range`]: range };
}

/** An answer to read: what was measured, what follows, and every step. */
export function answerText(verdict: Verdict, catalogue: Catalogue): string {
  const measured = (measure: Measure): string =>
    measure.value
      ? `${printInterval(measure.value, measure.digits)} ${measure.unit}  (${measure.basis})`
      : `not known (${measure.basis})`;
  const rows: [string, string][] = [
    ...(verdict.memoryBandwidthDensity.value
      ? [['memory bandwidth density', measured(verdict.memoryBandwidthDensity)] as [string, string]]
      : ([
          ['TPP', measured(verdict.tpp)],
          ['performance density', measured(verdict.performanceDensity)],
          ['I/O', measured(verdict.ioBandwidth)],
          ['DRAM', measured(verdict.dramBandwidth)],
        ] as [string, string][])),
    ['control list', [verdict.verdict, verdict.clause ?? verdict.paragraph].filter(Boolean).join(', ')],
    ...(verdict.possible.length > 0
      ? [['possible', verdict.possible.map((one) => one ?? 'none').join(', ')] as [string, string]]
      : []),
    ['licence', verdict.licence],
    ...verdict.decides.map(({ of, text }): [string, string] => ['turns on', `${text} (${of.join(', ')})`]),
    ['policy', verdict.policy?.text ?? (verdict.licence === 'not-required' ? 'none needed' : 'cannot be told')],
    ...verdict.exceptions.map(({ id, condition, open }): [string, string] => [
      `exception ${id}`,
      `${open ? 'open' : 'may be open'}: ${condition}`,
    ]),
    ['letters', verdict.letters.map(({ rule, binds }) => `${rule} ${binds ? 'binds' : 'may bind'}`).join(', ') || 'none known'],
    ['tariff', verdict.tariffBand ?? 'none'],
    ['evidence', `to ${verdict.evidenceTo}${verdict.afterEvidence ? ', before this date: the last state known' : ''}`],
  ];
  const steps = verdict.reasons.map(
    ({ clause, rule, citation, from, to, reading, text, met, sources }) =>
      `${met === null ? '?' : met ? '+' : '-'} ${clause} (${rule}): ${text}\n    ${[citation, `from ${from}${to === null ? '' : ` to ${to}`}`, readingWords[reading], catalogue.sources.get(sources[0] ?? '')?.url].filter(Boolean).join('; ')}`,
  );
  return [
    formatTable(rows),
    `steps: + met, - not met, ? cannot be told\n${steps.join('\n')}`,
    `permission of others\n${verdict.otherGates.map(({ text, status, standing, endsOn }) => `- ${text} (${standing === 'ended-by-text' ? `ended by its own text on ${endsOn!}; nothing is known since` : `${status} at the end of the evidence`})`).join('\n')}`,
    `not asked\n${verdict.notAsked.map(({ text }) => `- ${text}`).join('\n')}`,
    `not covered\n${verdict.caveats.map((one) => `- ${one}`).join('\n')}`,
  ].join('\n\n');
} // prettier-ignore
