import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import { momentAt, type Moment } from '../../model/collective/playback/moment.ts';
import type { FlatProfile } from '../../model/collective/flat/flatProfile.ts';
import {
  playbackOf,
  profileOf,
  type Playback,
  type PlaybackRequest,
} from '../../model/collective/playback/playback.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn } from '../recordedFigure.ts';
import type { PlanId, PlayerValues } from './params.ts';
import type { PlayerData, PlayerMachine } from './playerData.ts';
import type { Profiles } from './profiles.ts';

/** A machine on the clock: at work, or why it is not. */
export interface Run {
  /** `run-1` and so on: ties what is drawn to its row. */
  readonly id: string;
  readonly machine: PlayerMachine;
  readonly plan: PlanId;
  readonly ranks: number;
  readonly playback: Playback | null;
  /** Where it does not play: the sentence that says so; its answer may be on its way. */
  readonly refused: string | null;
  readonly pending: boolean;
}

/** Every machine with the plan that stands at its place; the last plan stands for those that follow. */
export function pairsOf({ systems, algorithm }: PlayerValues): { system: string; plan: PlanId }[] {
  const given = algorithm.split(',') as PlanId[];
  return systems.split(',').map((system, index) => ({ system, plan: given[index] ?? given.at(-1)! }));
}

/** Chips that take part: as many as asked for, or all that the machine has. */
const ranksOf = ({ levels }: PlayerMachine, asked: number): number =>
  Math.min(
    asked,
    levels.reduce((product, { size }) => product * size, 1),
  );

/** The runs of a state. */
export function runsOf(say: Phrases, data: PlayerData, values: PlayerValues, profiles: Profiles): Run[] {
  return pairsOf(values).map(({ system, plan }, index) => {
    const machine = data.machines.find(({ id }) => id === system)!;
    const ranks = ranksOf(machine, values.ranks);
    const run = {
      id: `run-${index + 1}`,
      machine,
      plan,
      ranks,
      playback: null,
      refused: null,
      pending: false,
    };
    if (!figureOn(data.figures[machine.count]!, values.asof).shown)
      return {
        ...run,
        refused: say('unannounced', { machine: machineName(say, machine), date: formatDate(values.asof) }),
      };
    if (plan === 'in-network' && !machine.reduces)
      return { ...run, refused: say('refused.reduces', { machine: machineName(say, machine) }) };
    const request = { operation: values.operation, plan, ranks, bytes: values.bytes };
    try {
      const asked = profileOf(machine.levels, request);
      const profile = asked && profiles(asked);
      if (asked && !profile) return { ...run, pending: true, refused: say('pending') };
      return { ...run, playback: played(machine, request, profile) };
    } catch (reason) {
      if (!(reason instanceof RangeError)) throw reason;
      return { ...run, refused: say('refused.other', { reason: withoutCode(reason.message) }) };
    }
  });
}

/** The last collectives that were laid out, the newest last: while the clock runs they stay the same. */
const known = new Map<string, Playback>();
const mostKnown = 16;

function played(machine: PlayerMachine, request: PlaybackRequest, profile: FlatProfile | null): Playback {
  const key = `${machine.id} ${JSON.stringify(request)}`;
  const found = known.get(key) ?? playbackOf(machine.levels, request, profile ?? undefined);
  known.delete(key);
  known.set(key, found);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  return found;
}

/** Numbers of the model's messages as the figure prints them. */
const withoutCode = (message: string): string =>
  message.replace(/\d{4,}/g, (digits) => formatNumber(Number(digits)));

export const machineName = (say: Phrases, { id }: PlayerMachine): string => say(`system.${id}`);

/** What a run is called: `Atlas 950, announced: one ring` */
export const runName = (say: Phrases, { machine, plan }: Pick<Run, 'machine' | 'plan'>): string =>
  say('run', { machine: machineName(say, machine), plan: say(`plan.${plan}`) });

/** Seconds of the clock: as long as the slowest takes. */
export const clockLength = (runs: readonly Run[]): number =>
  Math.max(0, ...runs.map(({ playback }) => playback?.seconds ?? 0));

/** Where the clock stands, seconds. */
export const clockTime = (runs: readonly Run[], { time }: PlayerValues): number =>
  (clockLength(runs) * Number(time)) / 100;

/** Where a run is; null before it plays or once it is done. */
export const momentOf = ({ playback }: Run, seconds: number): Moment | null =>
  playback && momentAt(playback, seconds);
