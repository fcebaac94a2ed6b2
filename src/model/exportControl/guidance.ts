import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { agreed } from './answer.ts';
import { meets } from './condition.ts';
import { fillLines } from './print.ts';
import type { Situation } from './situation.ts';
import { standingOn } from './standing.ts';
import type { Gate, Reason } from './verdict.ts';

interface Said {
  readonly reasons: readonly Reason[];
  readonly gates: readonly Gate[];
  readonly caveats: readonly string[];
}

/** What authorities say beside the list that touches this case in some world. */
export function guidanceOf(
  { home }: Rulebook,
  worlds: readonly Situation[],
  rules: readonly RuleVersion[],
  date: string,
): Said {
  const reasons: Reason[] = [];
  const gates: Gate[] = [];
  const caveats: string[] = [];
  for (const rule of rules)
    for (const { clause, says, when, from, gate, role, sources = rule.sources } of rule.guidance) {
      const met = agreed(worlds.map((world) => meets(when, world, rule)));
      const known = worlds.every(({ item }) => item === 'processor') && date >= (from ?? date);
      if (met === false || !known) continue;
      const text = fillLines(says, rule.lines);
      if (role === 'caveat') {
        caveats.push(text);
        continue;
      }
      reasons.push({ clause, rule: rule.id, text, met, sources });
      if (gate !== undefined)
        gates.push({
          id: gate,
          jurisdiction: home,
          text,
          status: 'in-force',
          reading: rule.reading,
          endsOn: rule.effective_to,
          standing: 'holds',
          sources,
        });
    }
  return { reasons, gates, caveats };
}

/** How the rules reach a chip that is made, and sent, abroad. */
export function foreignReach(
  { rules }: Rulebook,
  situation: Situation,
  worlds: readonly Situation[],
  date: string,
): Reason[] {
  if (situation.flags['from-us'] !== false) return [];
  const paragraphs = worlds.flatMap(({ paragraph }) => paragraph ?? []);
  return rules.flatMap((rule) =>
    rule.foreign_products
      .filter((one) => one.since <= date && one.paragraphs.some((name) => paragraphs.includes(name)))
      .map(({ section, reach, sources }) => ({
        clause: section,
        rule: rule.id,
        text: `It is not exported from the United States. The rules also reach ${reach.charAt(0).toLowerCase()}${reach.slice(1)}`,
        met: null,
        sources: sources ?? rule.sources,
      })),
  );
}

/**
 * Permissions of others that stand between this buyer and this chip on a day.
 * @param date the day, or the end of the evidence where that comes first.
 * @param asked the day itself: what ended by its own text between the two says so, and is not left out.
 */
export function gatesOf(rulebook: Rulebook, situation: Situation, date: string, asked: string): Gate[] {
  const { chip, destination, makerFrom } = situation;
  const foreign = makerFrom === null || !rulebook.abroad.includes(makerFrom);
  return rulebook.gates
    .filter(({ from, until }) => from <= date && (until === null || date <= until))
    .filter(
      ({ destinations }) =>
        destinations === null || (destination !== null && destinations.includes(destination)),
    )
    .filter(({ destinations, chips }) =>
      chips === null ? foreign || destinations === null : chip !== null && chips.includes(chip),
    )
    .map(({ id, jurisdiction, text, status, reading, until, sources }) => ({
      id,
      jurisdiction,
      text,
      status,
      reading,
      endsOn: until,
      standing: standingOn({ status, endsOn: until }, asked),
      sources,
    }));
}
