import type { CableRun } from './cableRun.ts';
import type { TierCount } from './designMeasure.ts';

/** What a cable of a design can be, the shortest first. */
export const cableMedia = ['copper', 'active-copper', 'optical'] as const;
export type CableMedium = (typeof cableMedia)[number];

/** How far copper reaches at a lane rate, metres; null where nothing is known of it. */
export interface CopperReach {
  readonly passive: number | null;
  readonly active: number | null;
}

/** Cables of one medium, and the metres of all of them. */
export interface CableCount {
  readonly cables: number;
  readonly metres: number;
}

/** Cables by medium, and which tiers light carries at all. */
export interface Cabling {
  readonly byMedium: Readonly<Record<CableMedium, CableCount>>;
  /** Longest cable, metres. */
  readonly longest: number;
  /** Share of the links of each tier that light carries. */
  readonly lightOfTier: readonly number[];
}

/** The cheapest medium that a run leaves. */
export function mediumOf(metres: number, { passive, active }: CopperReach): CableMedium {
  if (passive !== null && metres <= passive) return 'copper';
  return active !== null && metres <= active ? 'active-copper' : 'optical';
}

/** Sorts the cables of a design by how far they run: copper as far as it reaches, then copper with chips, then light. */
export function countCabling(
  tiers: readonly TierCount[],
  runs: Iterable<CableRun>,
  reach: CopperReach,
): Cabling {
  const counts = Object.fromEntries(cableMedia.map((medium) => [medium, { cables: 0, metres: 0 }])) as Record<
    CableMedium,
    { cables: number; metres: number }
  >;
  const light = tiers.map(() => 0);
  let longest = 0;
  for (const { tier, links, metres } of runs) {
    const cables = links * tiers[tier]!.cablesPerLink;
    const medium = mediumOf(metres, reach);
    counts[medium].cables += cables;
    counts[medium].metres += cables * metres;
    if (medium === 'optical') light[tier]! += links;
    longest = Math.max(longest, metres);
  }
  return {
    byMedium: counts,
    longest,
    lightOfTier: tiers.map(({ links }, tier) => (links > 0 ? light[tier]! / links : 0)),
  };
}
