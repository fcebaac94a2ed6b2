import { exactly, type FigureQuestion } from '../question.ts';
import type { PlayerParameters } from './params.ts';
import type { PlayerData } from './playerData.ts';
import { profilesHere } from './profiles.ts';
import { pairsOf } from './runs.ts';
import { playbackOf, profileOf } from '../../model/collective/playback/playback.ts';

/** What doubling the chips does to the time. */
export const growths = ['falls', 'stays', 'doubles', 'more'] as const;
export type Growth = (typeof growths)[number];

/** How many times as long twice the chips take, in a word. */
export function growthOf(times: number): Growth {
  if (times < 0.8) return 'falls';
  if (times <= 1.25) return 'stays';
  return times <= 2.5 ? 'doubles' : 'more';
}

/** How many times as long the first machine takes with twice half of its chips; null where the state has no such times. */
export function doublingOf(
  data: PlayerData,
  values: Parameters<FigureQuestion<PlayerParameters, PlayerData>['answer']>[1],
): number | null {
  const { system, plan } = pairsOf(values)[0]!;
  const machine = data.machines.find(({ id }) => id === system)!;
  const whole = machine.levels.reduce((product, { size }) => product * size, 1);
  const most = Math.min(values.ranks, whole);
  if (most < 4) return null;
  const profiles = profilesHere();
  const time = (ranks: number): number => {
    const request = { operation: values.operation, plan, ranks, bytes: values.bytes };
    const asked = profileOf(machine.levels, request);
    return playbackOf(machine.levels, request, (asked && profiles(asked)) ?? undefined).seconds;
  };
  try {
    return time(most) / time(Math.floor(most / 2));
  } catch (reason) {
    if (reason instanceof RangeError) return null;
    throw reason;
  }
}

/** Whether twice the chips take twice the time to add up a gigabyte, level by level on the announced Atlas 950. */
export const question: FigureQuestion<PlayerParameters, PlayerData, Growth> = {
  asks: 'question',
  form: { kind: 'choice', values: growths },
  state: {
    systems: 'atlas-950-superpod-8192',
    algorithm: 'hierarchical',
    operation: 'all-reduce',
    bytes: 1_000_000_000,
    ranks: 16_384,
  },
  answer(data, values) {
    const times = doublingOf(data, values);
    return times === null ? null : growthOf(times);
  },
  ...exactly,
};
