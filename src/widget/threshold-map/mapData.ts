import type { Status } from '../../data/schema/statement.ts';
import type { Rulebook } from '../../data/schema/exportControl.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';

/** The slice of the record that the widget carries into the page. */
export interface MapData {
  readonly rulebook: Rulebook;
  readonly chips: readonly MapChip[];
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
