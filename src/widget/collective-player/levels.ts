import { firstRanks } from '../../model/collective/playback/firstRanks.ts';
import type { Phrases } from '../phrases.ts';
import type { PlayerLevel } from './playerData.ts';
import type { Run } from './runs.ts';

/** The levels of a machine that a run goes through, innermost first; null where all ranks are one group. */
export function levelsOf({ machine, playback, ranks }: Run): PlayerLevel[] | null {
  if (!playback) return null;
  if (playback.phases.some(({ dimension }) => dimension === null)) return null;
  return firstRanks(machine.levels, ranks);
}

/** What the members of a level are, in words: `8 chips of a board`. @param index of the level */
export function levelName(say: Phrases, { machine }: Run, index: number, size: number): string {
  return say(`level.${machine.id}.${Math.min(index, machine.levels.length - 1)}`, { size });
}
