import { formatDate } from '../../encoding/date.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';

/** Something that is asked beside the licence or after it. */
export interface Afterwards {
  /** Stays the same while its text changes. */
  readonly key: string;
  /** `Policy`, `Exception NAC`. */
  readonly kind: string;
  readonly text: string;
  /** The last day of a measure by its own text, where nothing is known of what came after. */
  readonly ends?: string;
  readonly sources: readonly string[];
}

/** Policy, exceptions, letters, tariff, permissions of others, and what the answer leaves out. */
export function afterwards(say: Phrases, verdict: Verdict): Afterwards[] {
  const { policy, exceptions, letters, tariffBand, otherGates, caveats } = verdict;
  return [
    ...(policy ? [{ key: 'policy', kind: say('part.policy'), text: policy.text, sources: [] }] : []),
    ...exceptions.map(({ id, condition, open, sources }) => ({
      key: id,
      kind: say('part.exception', { id }),
      text: `${say(`open.${String(open)}`)} ${condition}`,
      sources,
    })),
    ...letters.map(({ rule, binds }) => ({
      key: rule,
      kind: say('part.letter'),
      text: say(`binds.${String(binds)}`),
      sources: verdict.reasons.filter((one) => one.rule === rule).flatMap(({ sources }) => sources),
    })),
    ...(tariffBand === null
      ? []
      : [
          {
            key: 'tariff',
            kind: say('part.tariff'),
            text:
              tariffBand === 'undetermined'
                ? say('tariff-undetermined')
                : say('tariff', { band: tariffBand }),
            sources: [],
          },
        ]),
    ...otherGates.map(({ id, text, jurisdiction, status, standing, endsOn, sources }) => ({
      key: id,
      kind: say('part.gate', {
        jurisdiction: say(`country.${jurisdiction}`),
        status: say(`status.${status}`),
      }),
      text:
        standing === 'ended-by-text'
          ? `${text} ${say('ended-by-text', { date: formatDate(endsOn!) })}`
          : text,
      ...(standing === 'holds' && endsOn !== null && { ends: endsOn }),
      sources,
    })),
    ...caveats.map((text, i) => ({ key: `caveat-${i}`, kind: say('part.caveat'), text, sources: [] })),
  ];
}
