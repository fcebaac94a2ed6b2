import type { CollectiveResult } from '../request.ts';

export const libraries = ['nccl', 'hccl'] as const;
export type Library = (typeof libraries)[number];

/** One way in which a library could carry a collective out, and what it plans for it. */
export interface Candidate {
  readonly algorithm: string;
  /** How its messages tell that they have arrived; null for HCCL, whose guide names none. */
  readonly protocol: string | null;
  readonly seconds: number;
}

/** What a communication library would choose for a collective, and how long that takes. */
export interface LibraryResult extends CollectiveResult {
  readonly library: Library;
  readonly algorithm: string;
  readonly protocol: string | null;
  /** Streams that share the buffer out, each with threads of its own; null for HCCL, whose guide names none. */
  readonly channels: number | null;
  /** All that the library weighs, by what it plans for each, cheapest first. */
  readonly candidates: readonly Candidate[];
  /** Seconds that the plan leaves out: pieces that fill a pipeline of several stages before the first is through. */
  readonly fillSeconds: number;
  readonly assumptions: readonly string[];
}
