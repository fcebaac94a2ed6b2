import { isKnown, knowledgeOn } from '../../data/knowledge.ts';
import type { Status } from '../../data/schema/statement.ts';
import type { Rulebook } from '../../data/schema/exportControl.ts';
import { rulebookOn } from '../../model/exportControl/knownRulebook.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import { onDay } from '../onDay.ts';

/** The slice of the record that the widget carries into the page. */
export interface MapData {
  readonly rulebook: Rulebook;
  readonly chips: readonly MapChip[];
  /** The same as they were known before. */
  readonly earlier: readonly MapChip[];
  /** Days on which what is drawn changes, oldest first, by the rule that brings it. */
  readonly stops: readonly MapStop[];
  /** First and last day of the slider. */
  readonly first: string;
  readonly last: string;
  /** TPP and GB/s of DRAM below which an application is looked at case by case, and the rule that says so. */
  readonly window: { readonly rule: string; readonly tpp: number; readonly dram: number };
  /** Ranges that pay a duty, both bounds left out: TPP and GB/s of DRAM. */
  readonly bands: readonly MapBand[];
  readonly duty: number;
  /** GB/s, both directions: the second condition of the rule that asks for it. */
  readonly io: { readonly rule: string; readonly line: number };
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
}

export interface MapChip {
  readonly chip: RuledChip;
  /** First day on which it is known so, `YYYY-MM-DD`. */
  readonly since: string;
  /** Its maker has its headquarters in China. */
  readonly chinese: boolean;
  /** The least firm of the figures that place it; null where it has none. */
  readonly status: Status | null;
  /** The day something was first said of it, `YYYY-MM-DD`. */
  readonly known: string;
  /** Ids of the sources of those figures. */
  readonly sources: readonly string[];
}

export interface MapStop {
  readonly rule: string;
  readonly from: string;
  readonly status: Status;
  readonly sources: readonly string[];
}

export interface MapBand {
  readonly rule: string;
  readonly tpp: { readonly low: number; readonly high: number };
  readonly dram: { readonly low: number; readonly high: number };
}

/** Rules and chips as they were known on a day. */
export const mapOn = onDay((data: MapData, asof: string): MapData => {
  const rulebook = rulebookOn(data.rulebook, asof);
  const known = new Set(rulebook.rules.map(({ id }) => id));
  const all = [...data.chips, ...data.earlier].map((one) => ({ one, known: one.since }));
  return {
    ...data,
    rulebook,
    chips: data.chips.flatMap(({ chip: { id } }) => {
      const { shown } = knowledgeOn(
        all.filter(({ one }) => one.chip.id === id),
        asof,
      );
      return shown ? [shown.one] : [];
    }),
    earlier: [],
    stops: data.stops.filter(({ rule }) => known.has(rule)),
    last: isKnown(data.last, asof) ? data.last : asof,
  };
});
