import type { MarkForm } from '../../figure/threshold-map/mark.ts';
import type { Ruling } from './rulings.ts';

/** A chip with what stands beside its mark. */
export interface ShownChip {
  readonly ruling: Ruling;
  readonly id: string;
  readonly name: string;
  readonly form: MarkForm;
  /** In a few words each, why it stands as it does. */
  readonly notes: readonly string[];
}
