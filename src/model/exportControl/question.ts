import type { Answer } from './interval.ts';
import type { RuledChip } from './ruledChip.ts';

/** One case put to the rules of one day. */
export interface Question {
  readonly chip: RuledChip;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO 3166-1 alpha-2 code of where it goes: `CN`, `HK`, `MO`, `SG`; null: not known. */
  readonly destination: string | null;
  /** The same of where the buyer's ultimate parent has its headquarters; null: not known, taken to be the destination. */
  readonly parent: string | null;
  /** Exported from the United States, or from elsewhere; null: not known. */
  readonly route: 'us' | 'other' | null;
  /** Overrides what the record says of the chip; undefined leaves it. */
  readonly usSale?: Answer;
}
