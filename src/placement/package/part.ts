import type { Tone } from '../../encoding/tone.ts';
import type { Basis, PartKind } from '../../model/hardware/machine.ts';
import type { Look } from '../solid/solids.ts';

const toneOf: Partial<Record<PartKind, Tone>> = {
  'compute-die': 'die',
  'io-die': 'ioDie',
  'memory-stack': 'stack',
};

/** The tone of what stands on a substrate. */
export const partTone = (kind: PartKind): Tone => toneOf[kind] ?? 'ioDie';

/** Pencil where nobody published the size. */
export const lookByBasis = ({ basis }: { readonly basis: Basis }): Look =>
  basis === 'published' ? 'ink' : 'pencil';
