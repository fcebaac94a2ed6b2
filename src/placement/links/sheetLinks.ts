import type { Point } from '../label/annotation.ts';
import type { Solids } from '../solid/solids.ts';
import type { Strands } from './strands.ts';

/** What is joined on a sheet: every line thin, the ways that are looked at wide, and crosses where something is cut. */
export interface SheetLinks {
  readonly lines: Strands;
  /** They are so many that each takes less ink. */
  readonly fine?: boolean;
  readonly chosen: Strands;
  readonly others: Strands;
  readonly crosses: readonly Point[];
  /** What lies under the lines; what they lead to are the solids of the sheet. */
  readonly beneath: Solids;
}

/** Whether lines are so many that each takes less ink. */
export const areMany = ({ count }: Strands): boolean => count > 900;

/** Widths of what is wider than a line, pixels. */
export const wayWidth = { chosen: 3.2, other: 1.5, cross: 2.4 } as const;

/** Half the width and height of a cross, pixels. */
export const crossArm = 6;
