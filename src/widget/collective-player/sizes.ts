import { amountText } from '../../encoding/bytes.ts';
import { durationText } from '../../encoding/duration.ts';
import { sizesSvg, type SizeCurve, type SizeLine } from '../../figure/collective-player/sizes.ts';
import { playbackOf, profileOf } from '../../model/collective/playback/playback.ts';
import type { Phrases } from '../phrases.ts';
import type { PlayerValues } from './params.ts';
import { librarySizes, type MeasuredRun } from './playerData.ts';
import { type Profiles } from './profiles.ts';
import { machineName, type Run } from './runs.ts';

/** The sizes between which a run's time is drawn, bytes. */
const [fewest, most] = [1e3, 1e10];

const known = new Map<string, SizeLine>();

/**
 * A run's time by the bytes of a chip: what it takes whatever they are, and what each byte adds. Every formula and every
 * profile is such a line, but for a ring whose slowest link keeps the others waiting, and a reduction in the switch, which
 * bends by a tenth about its border.
 */
export function sizeLine(
  title: string,
  { machine, plan, ranks, playback }: Run,
  { operation }: Pick<PlayerValues, 'operation'>,
  profiles: Profiles,
): SizeLine | null {
  if (!playback) return null;
  const key = [machine.id, plan, ranks, operation].join(' ');
  const found = known.get(key);
  if (found) return { ...found, title };
  const time = (bytes: number): number => {
    const request = { operation, plan, ranks, bytes };
    const asked = profileOf(machine.levels, request);
    return playbackOf(machine.levels, request, (asked && profiles(asked)) ?? undefined).seconds;
  };
  const [low, high] = [time(fewest), time(most)];
  const secondsPerByte = (high - low) / (most - fewest);
  const line = { title, secondsPerByte, waitSeconds: Math.max(0, low - secondsPerByte * fewest) };
  known.set(key, line);
  return line;
}

/** Published runs of what a run plays: the same operation on as many chips. */
export function measuredOf(
  { machine, ranks }: Run,
  { operation }: Pick<PlayerValues, 'operation'>,
): MeasuredRun[] {
  return machine.measured.filter((one) => one.operation === operation && one.ranks === ranks);
}

/** What the library of a machine plans for all its chips; null where it is not asked, or fewer chips take part. */
function libraryCurve(say: Phrases, { machine, ranks }: Run, { operation }: PlayerValues): SizeCurve | null {
  const times = machine.library[operation];
  const whole = machine.levels.reduce((product, { size }) => product * size, 1);
  if (!times || ranks < whole) return null;
  return {
    title: say('library', { machine: machineName(say, machine) }),
    points: librarySizes.map((bytes, index) => ({ bytes, seconds: times[index]! })),
  };
}

/** Time against size for the runs of a state, as SVG text; nothing where no run has a time. */
export function sizeChart(
  say: Phrases,
  runs: readonly Run[],
  values: PlayerValues,
  profiles: Profiles,
): string {
  const sameMachine = runs.every(({ machine }) => machine === runs[0]!.machine);
  const lines = runs.flatMap((run) => {
    const title = sameMachine ? say(`plan.${run.plan}`) : machineName(say, run.machine);
    return sizeLine(title, run, values, profiles) ?? [];
  });
  if (!lines.some(({ waitSeconds, secondsPerByte }) => waitSeconds > 0 || secondsPerByte > 0)) return '';
  const machines = runs.filter(
    ({ machine }, index) => runs.findIndex((one) => one.machine === machine) === index,
  );
  return sizesSvg({
    lines,
    // Beside several machines their libraries would be a tangle; the table has them all.
    curves: machines.length > 1 ? [] : machines.flatMap((run) => libraryCurve(say, run, values) ?? []),
    measured: machines
      .flatMap((run) => measuredOf(run, values))
      .filter(({ bytes }) => bytes >= fewest && bytes <= most),
    bytes: values.bytes,
    words: {
      waiting: say('sizes.waiting'),
      sending: say('sizes.sending'),
      measured: say('sizes.measured'),
      bytes: say('sizes.bytes'),
    },
    byteTicks: [1e3, 1e6, 1e9].map((bytes) => ({ bytes, text: amountText(bytes) })),
    timeText: durationText,
  });
}
