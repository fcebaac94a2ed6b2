import type { Answer } from './interval.ts';
import type { Situation } from './situation.ts';

/** Where a duty reaches, by country and first day. */
export interface Scope {
  readonly destinations: Readonly<Record<string, string>>;
  readonly headquarters: Readonly<Record<string, string>>;
  readonly never: readonly string[];
  readonly elsewhere: 'no' | 'unknown';
  /** Nobody has to keep it before this day, wherever it goes. */
  readonly from?: string | undefined;
}

/**
 * Whether a duty reaches a case on a day: by where it goes, else by where the buyer's parent has its headquarters.
 * Null for a country that nobody has listed. A delivery inside the country whose rules these are is no export.
 */
export function reachesCase(scope: Scope, situation: Situation, date: string, home: string): Answer {
  const { destination, headquarters } = situation;
  if (destination === null)
    return Object.keys(scope.destinations).length > 0 || scope.elsewhere === 'unknown' ? null : false;
  if (destination === home || (scope.from !== undefined && date < scope.from)) return false;
  if (scope.never.includes(destination) || scope.never.includes(headquarters ?? destination)) return false;
  const goes = scope.destinations[destination];
  if (goes !== undefined && date >= goes) return true;
  const parent = scope.headquarters[headquarters ?? destination];
  if (parent !== undefined && date >= parent) return true;
  // A country that is listed from a later day was not on the list before it.
  return goes !== undefined || scope.elsewhere === 'no' ? false : null;
}
