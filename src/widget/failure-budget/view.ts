import { formatRounded } from '../../encoding/format.ts';
import { drawFailures } from '../../figure/failure-budget/drawing.ts';
import type { SimulatedBudget } from '../../model/failure/estimate.ts';
import { figuresOfPart } from '../../model/failure/partRate.ts';
import type { WrongEntries } from '../chart/chart.ts';
import type { ChartView } from '../chartView.ts';
import { drawnState, markDrawn } from '../drawnState.ts';
import { markup } from '../html.ts';
import { asOfText, knowledgeNote, statusText } from '../knowledgeText.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn } from '../recordedFigure.ts';
import { sourceLines } from '../sourceLines.ts';
import { twinHtml } from '../twinTable.ts';
import { controlsHtml } from './controls.ts';
import { countText, failureProps } from './drawn.ts';
import { durationText } from './durationText.ts';
import type { FailureData } from './failureData.ts';
import { parameters, type FailureValues } from './params.ts';
import { reckon, simulated, type Reckoned } from './reckon.ts';
import { estimateText, shareText } from './shareText.ts';
import { failureTables } from './tables.ts';

/** Frames of the drawing: beside the words, above them, and on a phone. */
export const frames = [
  { width: 1120, height: 630 },
  { width: 720, height: 540 },
  { width: 400, height: 540 },
];

/** When the first part fails, in a sentence. */
export function firstText(
  say: Phrases,
  { count, unknown, exact, fails }: Reckoned,
  values: FailureValues,
): string {
  const machine = say(`system.${values.system}`);
  return exact.firstFailureHours === null
    ? say(`first-${fails}`, { machine })
    : say('first', {
        machine,
        parts: count - unknown.reduce((sum, one) => sum + one.count, 0),
        time: durationText(say, exact.firstFailureHours),
      });
}

/** The kind of part that fails most often as one, and as many. */
function oftenestText(say: Phrases, { parts }: Reckoned, values: FailureValues): string {
  const failing = parts.filter((one) => one.firstFailureHours !== null);
  const [most] = [...failing].sort((a, b) => b.count - a.count);
  if (!most) return '';
  return say('oftenest', {
    life: durationText(say, 1 / most.rate!),
    parts: countText(say, most, values),
    every: durationText(say, most.firstFailureHours!),
  });
}

/** Exactly and by chance how much of the time the machine runs. */
function runsText(say: Phrases, reckoned: Reckoned, chance: SimulatedBudget | null): string {
  if (!chance) return '';
  return say('runs', {
    exact: shareText(reckoned.exact.availability),
    chance: estimateText(chance.availability.value, chance.availability.error),
    years: formatRounded(chance.years, 2),
  });
}

const unknownText = (say: Phrases, { unknown, fails }: Reckoned, values: FailureValues): string =>
  unknown.length === 0 || fails === 'unknown'
    ? ''
    : say('unknown-parts', { parts: unknown.map((part) => countText(say, part, values)).join(', ') });

/** What the spares and the retry do, in a sentence. */
function borneText(say: Phrases, { exact }: Reckoned, { spares, retry }: FailureValues): string {
  if (spares === 0 && retry === 0) return say('bare');
  const key = spares > 0 && retry > 0 ? 'both' : spares > 0 ? 'spares' : 'retry';
  return say(`borne-${key}`, {
    spares: say(spares === 1 ? 'spare-one' : 'spare-many', { count: spares }),
    retry: say(retry === 1 ? 'cable-one' : 'cable-many', { count: retry }),
    borne: Math.round(exact.bornePerYear),
    stops: Math.round(exact.stopsPerYear),
  });
}

/** Every text of a state. In a frame, links open a new tab. */
export function failureView(
  say: Phrases,
  data: FailureData,
  values: FailureValues,
  newTab: boolean,
  wrong: WrongEntries = {},
): ChartView {
  const reckoned = reckon(data, values);
  const chance = simulated(reckoned, values);
  const { parts, exact } = reckoned;
  const props = failureProps(say, reckoned, values);
  const { count } = data.systems[values.system];
  const machine = figureOn(data.figures[count]!, values.asof).shown;
  const keys = parts
    .filter(({ own }) => !own)
    .flatMap(({ id }) => figuresOfPart(id, values.optics).map(({ key }) => key));
  const shown = keys.flatMap((key) => figureOn(data.figures[key]!, values.asof).shown ?? []);
  const statuses = new Set(
    parts.flatMap(({ own, rate, status }) =>
      own ? say('yours') : rate === null ? [] : statusText(say, status),
    ),
  );
  // What was measured in other machines is assumed to hold in this one.
  if (parts.some(({ own, rate }) => !own && rate !== null)) statuses.add(statusText(say, 'assumed'));
  const drawn = drawnState(parameters, values);
  const sentences = [
    firstText(say, reckoned, values),
    oftenestText(say, reckoned, values),
    exact.firstFailureHours === null ? '' : borneText(say, reckoned, values),
    runsText(say, reckoned, chance),
    unknownText(say, reckoned, values),
  ].filter(Boolean);
  return {
    controls: controlsHtml(say, values, reckoned, wrong).html,
    parts: markup`${sentences.slice(1).map((text) => markup`<p>${text}</p>`)}`.html,
    table: twinHtml(failureTables(say, data, values, reckoned, chance), newTab).html,
    title: say(`title-${reckoned.fails}`, {
      machine: say(`system.${values.system}`),
      count: reckoned.count,
      time: props.words.firstTime,
    }),
    note: knowledgeNote(
      say,
      values.asof,
      [machine ? '' : say('knowledge.unannounced', { name: say(`system.${values.system}`) }), say('note')]
        .filter(Boolean)
        .join(' '),
    ),
    status: statuses.size > 0 ? [...statuses].join(', ') : statusText(say, null),
    asOf: asOfText(
      values.asof,
      shown.map(({ read }) => read),
    ),
    summary: sentences.join(' '),
    scale: say('scale-cell'),
    sources: [
      ...sourceLines(data, [count, ...keys], values.asof),
      ...data.systems[values.system].sources.map((id) => ({
        id,
        label: `${data.sources[id]!.publisher}: ${data.sources[id]!.title}`,
        href: data.sources[id]!.url,
      })),
    ].filter(({ id }, i, all) => all.findIndex((one) => one.id === id) === i),
    drawings: frames.map((frame) => markDrawn(drawFailures(props, frame), drawn)),
  };
}
