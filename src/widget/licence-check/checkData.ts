import { isKnown, knowledgeOn } from '../../data/knowledge.ts';
import type { Rulebook } from '../../data/schema/exportControl.ts';
import { rulebookOn } from '../../model/exportControl/knownRulebook.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import { onDay } from '../onDay.ts';

/** The slice of the record that the widget carries into the page. */
export interface CheckData {
  readonly rulebook: Rulebook;
  /** By id, as the newest statements have them. */
  readonly chips: Readonly<Record<string, RuledChip>>;
  /** By id, each as it was known from a day on, oldest first; the last is that of `chips`. */
  readonly said: Readonly<Record<string, readonly { readonly known: string; readonly chip: RuledChip }[]>>;
  /** Ids of the sources of what the rules ask of each chip. */
  readonly chipSources: Readonly<Record<string, readonly string[]>>;
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
  /** First days of rules on which the answer of some chip changes. */
  readonly turns: readonly { readonly rule: string; readonly day: string }[];
}

/** Rules and chips as they were known on a day. */
export const checkOn = onDay((data: CheckData, asof: string): CheckData => {
  const rulebook = rulebookOn(data.rulebook, asof);
  const known = new Set(rulebook.rules.map(({ id }) => id));
  return {
    ...data,
    rulebook,
    chips: Object.fromEntries(
      Object.entries(data.said).map(([id, said]) => [id, knowledgeOn(said, asof).shown!.chip]),
    ),
    turns: data.turns.filter(({ rule, day }) => known.has(rule) && isKnown(day, asof)),
  };
});
