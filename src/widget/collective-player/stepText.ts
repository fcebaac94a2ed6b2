import { amountText } from '../../encoding/bytes.ts';
import { durationText } from '../../encoding/duration.ts';
import type { Moment } from '../../model/collective/playback/moment.ts';
import type { PlayedPhase } from '../../model/collective/playback/playback.ts';
import type { Phrases } from '../phrases.ts';
import { levelName, levelsOf } from './levels.ts';
import { numbersOf } from './chipNumbers.ts';
import type { Run } from './runs.ts';

/** Who speaks in a step: those that send, how many others each speaks to, whether what arrives is added, and by whom. */
function speakers({ program, ranks }: PlayedPhase, step: number): Speakers {
  const last = program.symmetry === 'none' ? ranks + program.switches : 1;
  const found = { senders: 0, targets: 0, parts: 1, adds: false, fromSwitch: false };
  for (let rank = 0; rank < last; rank++) {
    const sends = program.sends(rank, step);
    const [first] = sends;
    if (!first) continue;
    if (found.senders === 0) found.parts = first.parts;
    found.senders++;
    found.targets = Math.max(found.targets, sends.length);
    found.adds ||= first.reduce;
    found.fromSwitch = rank === ranks;
  }
  return last === 1 ? { ...found, senders: ranks } : found;
}

interface Speakers {
  readonly senders: number;
  readonly targets: number;
  /** Blocks in one message. */
  readonly parts: number;
  readonly adds: boolean;
  readonly fromSwitch: boolean;
}

/** A step in words: what is handed to whom, and how long of it is waiting. */
export function stepText(say: Phrases, run: Run, moment: Moment | null): string {
  const { playback } = run;
  if (!playback) return run.refused ?? '';
  if (run.ranks === 1) return say('step.single');
  if (!moment) return say('step.done', { time: durationText(playback.seconds), waits: playback.waits });
  const { stretch, step, phaseStep } = moment;
  const phase = playback.phases[stretch.phase]!;
  const levels = levelsOf(run);
  const where = levels
    ? levelName(say, run, phase.dimension!, levels[phase.dimension!]!.size)
    : say('level.all', { size: run.ranks });
  const { senders, targets, parts, adds, fromSwitch } = speakers(phase, phaseStep);
  const bytes = amountText(phase.unit * parts);
  const many = phase.algorithm === 'ring' ? 'next' : targets > 1 ? 'all' : 'one';
  const through = adds ? 'switch-adds' : fromSwitch ? 'switch-spreads' : 'switch-stores';
  const kind = phase.program.switches > 0 ? through : `${many}-${adds ? 'adds' : 'keeps'}`;
  const who = senders < phase.ranks ? say('who.some', { senders, where }) : say('who.each', { where });
  const numbers = numbersOf(run)?.sent[phaseStep];
  const said = [
    say('step.number', { step: step + 1, steps: playback.steps }),
    capital(say(`step.${kind}`, { who, others: targets, bytes, ranks: phase.ranks })),
    numbers ? sumsText(say, numbers) : '',
    say('step.time', {
      wait: durationText(stretch.waitSeconds),
      send: durationText(Math.max(0, stretch.seconds - stretch.waitSeconds)),
    }),
  ];
  return said.filter(Boolean).join(' ');
}

/** What is added where: `chip 2: 3 + 5 = 8; …` */
function sumsText(
  say: Phrases,
  sent: readonly { to: number; value: number; own: number | null; result: number }[],
): string {
  const sums = sent.flatMap(({ to, value, own, result }) =>
    own === null ? [] : [say('sum', { chip: to + 1, own, value, result })],
  );
  return sums.length > 0 ? say('sums', { sums: sums.join('; ') }) : '';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
