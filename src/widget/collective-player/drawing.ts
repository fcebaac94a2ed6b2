import { amountText } from '../../encoding/bytes.ts';
import { durationText } from '../../encoding/duration.ts';
import { formatRounded } from '../../encoding/format.ts';
import { tones } from '../../encoding/tone.ts';
import type {
  Lane,
  NumberCell,
  Numbers,
  PlayedTower,
  PlayerDrawing,
} from '../../figure/collective-player/playerDrawing.ts';
import type { Point } from '../../placement/label/annotation.ts';
import { buildSolids, type Solids } from '../../placement/solid/solids.ts';
import { flatSpokes, levelLoads, levelSpokes, type Spoke } from '../../placement/wheel/spokes.ts';
import { towerSolids } from '../../placement/wheel/towerSolids.ts';
import {
  drawnFor,
  insideLines,
  memberAt,
  placeTower,
  towerFeet,
  type Tower,
  type Wheel,
} from '../../placement/wheel/wheel.ts';
import type { Phrases } from '../phrases.ts';
import { numbersOf, seenNumbers } from './chipNumbers.ts';
import { levelName, levelsOf } from './levels.ts';
import type { PlayerValues } from './params.ts';
import { clockLength, clockTime, machineName, momentOf, runName, type Run } from './runs.ts';

/** How heavy a link is: each tenth of the bytes takes a quarter of the weight off. */
export const weightOf = (bytes: number, most: number): number =>
  bytes <= 0 || most <= 0 ? 0 : Math.max(0.06, Math.min(1, 1 + Math.log10(bytes / most) / 4));

/** Everything that the stage shows of a state. */
export function playerDrawing(say: Phrases, runs: readonly Run[], values: PlayerValues): PlayerDrawing {
  const seconds = clockTime(runs, values);
  const length = clockLength(runs);
  const playing = runs.filter(({ playback }) => playback);
  const feet = towerFeet(playing.length);
  const most = Math.max(
    0,
    ...playing.flatMap(({ playback }) => playback!.stretches.map(({ linkBytes }) => linkBytes)),
  );
  const towers = playing.map((run, index) => playedTower(say, run, seconds, feet[index]!, most, playing));
  const numbered = runs.length === 1 && playing.length === 1 ? numbersOf(playing[0]!) : null;
  const placed = towers.map(({ tower }) => tower);
  const shown = numbered && numberedChips(say, playing[0]!, seconds, placed[0]!);
  return {
    towers,
    solids: shown
      ? shown.solids
      : towerSolids(
          placed,
          towers.map(({ piece }) => piece),
        ),
    lanes: runs.map((run) => laneOf(say, run, length)),
    now: Number(values.time) / 100,
    clock: say('clock', { time: durationText(seconds) }),
    end: durationText(length),
    numbers: shown ? shown.numbers : null,
  };
}

function playedTower(
  say: Phrases,
  run: Run,
  seconds: number,
  foot: readonly [number, number],
  most: number,
  runs: readonly Run[],
): PlayedTower {
  const playback = run.playback!;
  const moment = momentOf(run, seconds);
  const phase = moment && playback.phases[moment.stretch.phase]!;
  const levels = levelsOf(run);
  const shapes = levels
    ? levels.map(({ size, kind }) => ({ size, hub: kind === 'switch' && size > 1 }))
    : [{ size: run.ranks, hub: false }];
  const tower = placeTower(shapes, foot);
  const carried = moment && phase ? say('carries', { bytes: amountText(moment.stretch.linkBytes) }) : '';
  const spokes = tower.wheels.map((wheel, index): Spoke[] => {
    const active = phase !== null && (levels === null || phase.dimension === index);
    if (!levels) return [...rimOf(wheel), ...(active ? flatSpokes(wheel, phase, moment!.phaseStep) : [])];
    const level = levels[index]!;
    return levelSpokes(wheel, level, active ? levelLoads(level, phase, moment!.phaseStep) : []);
  });
  const sameMachine = runs.length > 1 && runs.every(({ machine }) => machine === run.machine);
  const rings = levels === null && phase?.algorithm === 'ring' && phase.program.symmetry === 'shift';
  const [wheel] = tower.wheels;
  return {
    tower,
    row: run.id,
    title: sameMachine ? say(`plan.${run.plan}`) : machineName(say, run.machine),
    detail:
      run.ranks === 1
        ? say('lane.nothing')
        : moment
          ? say('at-step', { step: moment.step + 1, steps: playback.steps })
          : say('at-end', { time: durationText(playback.seconds) }),
    // What one chip began with goes round: after so many steps it is so many chips further on.
    piece: rings ? memberAt(wheel!, drawnFor(wheel!, moment!.phaseStep % run.ranks)) : null,
    inside: insideLines(tower),
    links: spokes.flatMap((own) =>
      own.map(({ points, media, bytes }) => ({
        points,
        media,
        weight: weightOf(bytes, most),
        among: own.length,
      })),
    ),
    wheels: tower.wheels.map((wheel, index) => {
      const active = phase !== null && (levels === null || phase.dimension === index);
      const title = levels ? levelName(say, run, index, wheel.size) : say('level.flat', { size: run.ranks });
      const drawn =
        wheel.drawn < wheel.size ? say('drawn', { ratio: formatRounded(wheel.size / wheel.drawn) }) : '';
      return { title, active, detail: active ? carried : drawn };
    }),
  };
}

/** The rim of a wheel, which carries nothing by itself. */
const rimOf = (wheel: Wheel): Spoke[] =>
  Array.from({ length: wheel.drawn }, (_, index) => ({
    points: [memberAt(wheel, index), memberAt(wheel, (index + 1) % wheel.drawn)],
    media: ['copper'],
    bytes: 0,
  }));

function laneOf(say: Phrases, run: Run, length: number): Lane {
  const { playback, refused, id } = run;
  const title = runName(say, run);
  if (!playback) return { row: id, title, details: [refused ?? '', say('lane.refused')], stretches: [] };
  const time = durationText(playback.seconds);
  const values = { time, waits: playback.waits, share: shareText(playback.seconds, playback.waitSeconds) };
  let begun = 0;
  const stretches = playback.stretches.map(({ count, seconds, waitSeconds }) => {
    const from = begun;
    begun += count * seconds;
    return {
      from: from / length,
      to: begun / length,
      steps: count,
      sending: seconds > 0 ? 1 - waitSeconds / seconds : 0,
    };
  });
  const details = playback.seconds > 0 ? ['lane.long', 'lane.short', 'lane.time'] : ['lane.nothing'];
  return { row: id, title, details: details.map((key) => say(key, values)), stretches };
}

/** Share of the time in which bytes flow: `1.1 %` */
export const shareText = (seconds: number, waiting: number): string =>
  `${formatRounded(seconds > 0 ? 100 * (1 - waiting / seconds) : 0, 2)}\u00a0%`;

/** Edges of the box under a number, metres. */
const cell = { across: 0.34, high: { own: 0.1, part: 0.2, whole: 0.34, spent: 0.03 }, deep: 0.4 } as const;

/** Four chips with a box for each number. */
function numberedChips(
  say: Phrases,
  run: Run,
  seconds: number,
  { wheels }: Tower,
): { solids: Solids; numbers: Numbers } {
  const { ranks } = run;
  const wheel = wheels[0]!;
  const moment = momentOf(run, seconds);
  const { seen, going } = seenNumbers(run, numbersOf(run)!, moment);
  const chip = (node: number): Point => (node < ranks ? memberAt(wheel, node) : (wheel.hub ?? wheel.centre));
  const at = (node: number, column: number, up: number): Point => {
    const [x, y, z] = chip(node);
    return [x + (column - (ranks - 1) / 2) * cell.across * 1.04, y + up, z];
  };
  const solids = buildSolids(tones);
  for (let node = 0; node < ranks; node++) {
    const [x, y, z] = chip(node);
    const size = [ranks * cell.across * 1.04 + 0.16, 0.06, cell.deep + 0.16] as const;
    solids.add({ centre: [x, y - 0.03, z], size: [...size], tone: 'board', look: 'ink', owner: 0 });
  }
  const cells = seen.map(({ node, column, held, whole, sum }): NumberCell => {
    const state = held.spent ? 'spent' : whole ? 'whole' : sum !== '' || bits(held.from) > 1 ? 'part' : 'own';
    const high = cell.high[state];
    const [x, y, z] = at(node, column, high / 2);
    const tone = state === 'whole' ? 'stack' : 'cabinet';
    solids.add({
      centre: [x, y, z],
      size: [cell.across, high, cell.deep],
      tone,
      look: state === 'spent' ? 'pencil' : 'ink',
      owner: 0,
    });
    const [fx, fy, fz] = at(node, column, high / 2);
    return {
      at: at(node, column, high),
      front: [fx, fy, fz + cell.deep / 2],
      text: String(held.value),
      sum,
      state,
    };
  });
  const share = moment?.share ?? 0;
  const flights = going.map(({ from, to, fromColumn, toColumn, value }) => {
    const [a, b] = [at(from, fromColumn, 0.46), at(to, toColumn, 0.46)];
    return {
      at: a.map((start, k) => start + (b[k]! - start) * share) as unknown as Point,
      text: String(value),
    };
  });
  const names = Array.from({ length: ranks }, (_, node) => {
    const [x, y, z] = chip(node);
    return { at: [x, y, z + cell.deep / 2 + 0.3] as Point, text: say('chip', { chip: node + 1 }) };
  });
  return { solids: solids.finish(), numbers: { cells, flights, names } };
}

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;
