import type { Rulebook } from '../../data/schema/exportControl.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';

/** The slice of the record that the widget carries into the page. */
export interface CheckData {
  readonly rulebook: Rulebook;
  /** By id. */
  readonly chips: Readonly<Record<string, RuledChip>>;
  /** Ids of the sources of what the rules ask of each chip. */
  readonly chipSources: Readonly<Record<string, readonly string[]>>;
  readonly sources: Readonly<Record<string, { readonly label: string; readonly href: string }>>;
  /** First days of rules on which the answer of some chip changes. */
  readonly turns: readonly { readonly rule: string; readonly day: string }[];
}
