import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * The rules as they were known on a day: without those made public later, and without an end that nobody knew of. The end
 * of a rule is known once it has passed, or once a rule is public that takes effect the day after.
 * @param asof `YYYY-MM-DD`; the evidence then ends on it, or where it ended before
 */
export function rulebookOn(rulebook: Rulebook, asof: string): Rulebook {
  const known = rulebook.rules.filter((rule) => rule.known <= asof);
  const begins = new Set(known.map(({ effective_from }) => effective_from));
  const endKnown = ({ effective_to: end }: RuleVersion) =>
    end === null || end <= asof || begins.has(dayAfter(end));
  return {
    ...rulebook,
    evidenceUntil: asof < rulebook.evidenceUntil ? asof : rulebook.evidenceUntil,
    rules: known.map((rule) => ({
      ...rule,
      effective_to: endKnown(rule) ? rule.effective_to : null,
      guidance: rule.guidance.filter(({ from }) => from === undefined || from <= asof),
    })),
    gates: rulebook.gates.filter(({ from }) => from <= asof),
  };
}
