import { amountText } from '../../encoding/bytes.ts';
import { durationText } from '../../encoding/duration.ts';
import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { asOfText, knowledgeNote, statusText } from '../knowledgeText.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import type { Written } from '../places.ts';
import { figureOn } from '../recordedFigure.ts';
import { twinHtml } from '../twinTable.ts';
import { controlsHtml } from './controls.ts';
import { shareText } from './drawing.ts';
import type { PlayerValues } from './params.ts';
import type { PlayerData } from './playerData.ts';
import { type Profiles } from './profiles.ts';
import { clockLength, clockTime, machineName, momentOf, runName, runsOf, type Run } from './runs.ts';
import { lineTime } from '../../figure/collective-player/sizes.ts';
import { measuredOf, sizeChart, sizeLine } from './sizes.ts';
import { stepText } from './stepText.ts';
import { machineSources, playerTables } from './tables.ts';

export type PlayerView = Omit<Required<Written>, 'scale'>;

/** What stands around the drawing beyond the state: whether the clock runs. */
export interface Transport extends Surroundings {
  readonly playing: boolean;
}

/** Writes everything that is said around the drawing. */
export function playerView(
  say: Phrases,
  data: PlayerData,
  values: PlayerValues,
  around: Transport,
  profiles: Profiles,
): PlayerView {
  const runs = runsOf(say, data, values, profiles);
  const said = runs.flatMap(({ machine }) => figureOn(data.figures[machine.count]!, values.asof).shown ?? []);
  const ids = [...new Set(runs.flatMap(({ machine }) => machineSources(data, machine, values.asof)))];
  return {
    controls: controlsHtml(say, values, around).html,
    parts: partsHtml(say, runs, values, around, profiles).html,
    table: twinHtml(
      playerTables(say, data, values, profiles).filter(({ rows }) => rows.length > 0),
      around.newTab,
    ).html,
    title: titleText(say, runs, values),
    note: knowledgeNote(say, values.asof, say('note')),
    status:
      [...new Set(said.map(({ status }) => statusText(say, status)))].join(', ') || statusText(say, null),
    asOf: asOfText(
      values.asof,
      said.map(({ read }) => read),
    ),
    summary: summaryText(say, runs, values),
    sources: ids.map((id) => ({ id, ...data.sources[id]! })),
  };
}

const titleText = (say: Phrases, runs: readonly Run[], values: PlayerValues): string => {
  const sameMachine = runs.every(({ machine }) => machine === runs[0]!.machine);
  const names = runs.map((run) => (sameMachine ? say(`plan.${run.plan}`) : machineName(say, run.machine)));
  const operation = say(`operation.${values.operation}`);
  return say(runs.length > 1 ? 'title.race' : 'title.one', {
    operation: operation.charAt(0).toUpperCase() + operation.slice(1),
    bytes: amountText(values.bytes),
    chips: Math.max(...runs.map(({ ranks }) => ranks)),
    machine: sameMachine ? say('title.of', { machine: machineName(say, runs[0]!.machine) }) : '',
    names: names.join(say('title.beside')),
  });
};

/** The clock with what moves it, the step of every run in words, and time against size. */
function partsHtml(
  say: Phrases,
  runs: readonly Run[],
  values: PlayerValues,
  around: Transport,
  profiles: Profiles,
): Raw {
  const seconds = clockTime(runs, values);
  const length = clockLength(runs);
  const off = when(length === 0, () => markup` disabled`);
  const button = (verb: string) =>
    markup`<button type="button" data-do="${verb}"${off}>${say(`do.${verb}`)}</button>`;
  const steps = runs.map(
    (run) =>
      markup`<li data-row="${run.id}" data-key="${run.id}"><strong>${runName(say, run)}.</strong> ${stepText(say, run, momentOf(run, seconds))}</li>`,
  );
  return markup`<div class="player-clock"><div class="words" role="group" aria-label="${say('group.clock')}">${button(around.playing ? 'pause' : 'play')}${button('back')}${button('step')}</div><label class="player-field"><span class="visually-hidden">${say('field.time')}</span><input type="range" name="time" min="0" max="100" step="any" value="${values.time}" aria-valuetext="${durationText(seconds)}"${off} /> <output>${say('clock-of', { time: durationText(seconds), end: durationText(length) })}</output></label></div><ol class="player-steps">${steps}</ol>${chartHtml(say, sizeChart(say, runs, values, profiles))}${when(
    runs.some((run) => measuredOf(run, values).length > 0),
    () => markup`<p class="player-gap">${gapText(say, runs, values, profiles)}</p>`,
  )}`;
}

/** The chart of sizes, which keeps its size where letters are larger than it has room for, and is pushed then. */
const chartHtml = (say: Phrases, svg: string): Raw =>
  when(
    svg,
    () =>
      markup`<div class="player-chart" role="group" tabindex="0" aria-label="${say('sizes.name')}">${{ html: svg }}</div>`,
  );

/** How far the ideal and the library's plan are from what was measured. */
function gapText(say: Phrases, runs: readonly Run[], values: PlayerValues, profiles: Profiles): string {
  const ratios = runs.flatMap((run) => {
    const line = sizeLine('', run, values, profiles);
    return measuredOf(run, values)
      .filter(({ bytes }) => line && bytes >= 1e6)
      .map(({ bytes, seconds, library }) => ({
        ideal: lineTime(line!, bytes) / seconds,
        library: library / seconds,
      }));
  });
  if (ratios.length === 0) return say('sizes.measured');
  const middle = (read: (one: { ideal: number; library: number }) => number) => {
    const sorted = ratios.map(read).sort((a, b) => a - b);
    return formatRounded(sorted[Math.floor(sorted.length / 2)]!, 2);
  };
  return say('gap', {
    rows: ratios.length,
    ideal: middle(({ ideal }) => ideal),
    library: middle(({ library }) => library),
  });
}

function summaryText(say: Phrases, runs: readonly Run[], values: PlayerValues): string {
  const seconds = clockTime(runs, values);
  const each = runs.map((run) => {
    const { playback, refused } = run;
    if (!playback) return `${runName(say, run)}: ${refused ?? ''}`;
    const sentence = say('summary.run', {
      run: runName(say, run),
      chips: run.ranks,
      time: durationText(playback.seconds),
      waits: formatNumber(playback.waits),
      share: shareText(playback.seconds, playback.waitSeconds),
    });
    return `${sentence} ${stepText(say, run, momentOf(run, seconds))}`;
  });
  return [
    say('summary.all', {
      operation: say(`operation.${values.operation}`),
      does: say(`leaves.${values.operation}`),
      bytes: amountText(values.bytes),
      time: durationText(seconds),
    }),
    ...each,
  ].join(' ');
}

/** What a change means, for someone who listens. */
export function changeText(
  say: Phrases,
  runs: readonly Run[],
  values: PlayerValues,
  before: PlayerValues,
): string {
  const seconds = clockTime(runs, values);
  if (
    before.time !== values.time &&
    Object.entries(values).every(
      ([key, value]) => key === 'time' || before[key as keyof PlayerValues] === value,
    )
  )
    return runs
      .map(
        (run) =>
          (runs.length > 1 ? `${runName(say, run)}: ` : '') + stepText(say, run, momentOf(run, seconds)),
      )
      .join(' ');
  return runs
    .map((run) =>
      run.playback
        ? say('said.run', {
            run: runName(say, run),
            time: durationText(run.playback.seconds),
            waits: run.playback.waits,
          })
        : `${runName(say, run)}: ${run.refused ?? ''}`,
    )
    .join(' ');
}
