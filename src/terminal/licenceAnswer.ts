import type { Catalogue } from '../data/catalog.ts';
import { unlimited, type Interval } from '../model/exportControl/interval.ts';
import { print, printInterval } from '../model/exportControl/print.ts';
import { printPolicy } from '../model/exportControl/review.ts';
import type { Measure, Verdict } from '../model/exportControl/verdict.ts';
import type { Fields } from './fields.ts';
import { formatTable } from './table.ts';

/** An answer in the keys of the contract. Numbers that are not known are null, intervals have a low and a high. */
export function answerFields(verdict: Verdict, catalogue: Catalogue): Fields {
  const addresses = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const source = catalogue.sources.get(id);
      return source ? [source.url] : [];
    });
  const cited = (ids: readonly string[]) => ({
    source: addresses(ids)[0] ?? null,
    sources: addresses(ids),
  });
  return {
    tpp: amount(verdict.tpp),
    performance_density: amount(verdict.performanceDensity),
    io_gb_s: amount(verdict.ioBandwidth),
    dram_gb_s: amount(verdict.dramBandwidth),
    memory_bandwidth_density: amount(verdict.memoryBandwidthDensity),
    verdict: verdict.verdict,
    paragraph: verdict.paragraph,
    clause: verdict.clause,
    possible: verdict.possible,
    licence: verdict.licence,
    policy: verdict.policy && policyWords(verdict.policy, verdict.exceptions.length > 0),
    exceptions: verdict.exceptions.filter(({ open }) => open === true).map(({ id }) => id),
    exceptions_undetermined: verdict.exceptions.filter(({ open }) => open === null).map(({ id }) => id),
    letters: verdict.letters.filter(({ binds }) => binds === true).map(({ rule }) => rule),
    letters_undetermined: verdict.letters.filter(({ binds }) => binds === null).map(({ rule }) => rule),
    tariff_band: verdict.tariffBand,
    other_gates: verdict.otherGates.map(({ sources, ...gate }) => ({ ...gate, ...cited(sources) })),
    after_evidence: verdict.afterEvidence,
    caveats: verdict.caveats,
    reasons: verdict.reasons.map(({ sources, ...reason }) => ({ ...reason, ...cited(sources) })),
  };
}

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

function amount({ value }: Measure): Fields[string] {
  if (!value) return null;
  return value.low === value.high
    ? value.low
    : { low: value.low, high: value.high >= unlimited ? null : value.high };
}

/** An answer to read: what was measured, what follows, and every step. */
export function answerText(verdict: Verdict, catalogue: Catalogue): string {
  const measured = (measure: Measure): string =>
    measure.value
      ? `${amountText(measure.value)} ${measure.unit}  (${measure.basis})`
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
    ['policy', verdict.policy?.text ?? (verdict.licence === 'not-required' ? 'none needed' : 'cannot be told')],
    ...verdict.exceptions.map(({ id, condition, open }): [string, string] => [
      `exception ${id}`,
      `${open ? 'open' : 'may be open'}: ${condition}`,
    ]),
    ['letters', verdict.letters.map(({ rule, binds }) => `${rule} ${binds ? 'binds' : 'may bind'}`).join(', ') || 'none known'],
    ['tariff', verdict.tariffBand ?? 'none'],
    ...(verdict.afterEvidence ? [['evidence', 'ends before this date'] as [string, string]] : []),
  ];
  const steps = verdict.reasons.map(
    ({ clause, rule, text, met, sources }) =>
      `${met === null ? '?' : met ? '+' : '-'} ${clause} (${rule}): ${text}\n    ${catalogue.sources.get(sources[0] ?? '')?.url ?? ''}`,
  );
  return [
    formatTable(rows),
    `steps: + met, - not met, ? cannot be told\n${steps.join('\n')}`,
    `permission of others\n${verdict.otherGates.map(({ text, status }) => `- ${text} (${status})`).join('\n')}`,
    `not covered\n${verdict.caveats.map((one) => `- ${one}`).join('\n')}`,
  ].join('\n\n');
} // prettier-ignore

function amountText(interval: Interval): string {
  return interval.low === interval.high ? print(interval.low) : printInterval(interval);
}
