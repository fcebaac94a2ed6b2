import { formatDate } from '../../encoding/date.ts';
import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { bandwidthCliff } from '../../figure/bandwidth-cliff/drawing.ts';
import type { ChartFrame, CliffProps } from '../../figure/bandwidth-cliff/chart.ts';
import type { ChartView } from '../chartView.ts';
import { escapeHtml, markup, when, type Raw } from '../html.ts';
import { asOfText } from '../knowledgeText.ts';
import { drawnState } from '../drawnState.ts';
import type { Phrases } from '../phrases.ts';
import { columnsOf, twinHtml, type TwinRow, type TwinTable } from '../twinTable.ts';
import type { CliffData } from './cliffData.ts';
import { drawnSystems, focusOf, lineSources, timesOf, unannounced, type DrawnSystem } from './lines.ts';
import { cliffAnswer } from './question.ts';
import { cliffSteps, type CliffSteps } from './steps.ts';
import { parameters, readGuess, systemIds, type CliffValues } from './params.ts';

/** Frames of the drawing: beside the list, above it, and on a phone. */
export const frames = {
  wide: { width: 1120, height: 630 },
  middle: { width: 720, height: 540 },
  narrow: { width: 400, height: 540 },
} as const;

/** A bandwidth in GB/s as one reads it: `1,008`, `33.3`. */
function gigabytes(value: number): string {
  return formatRounded(value, value >= 1000 ? 4 : 3);
}

/** In how many directions GB/s are counted, in words. */
const wayText = (say: Phrases, values: CliffValues): string =>
  say(timesOf(values) === 2 ? 'way.both' : 'way.one');

/** Whether the reader is still asked. */
const asks = (values: CliffValues) => values.view === 'guess';

export function cliffProps(say: Phrases, data: CliffData, values: CliffValues): CliffProps {
  const drawn = drawnSystems(say, data, values);
  const first = data.systems[0]!.steps[0]!.bandwidth / 1e9;
  return {
    lines: drawn.map(({ line }) => line),
    focus: focusOf(drawn, values),
    scale: values.scale,
    times: timesOf(values),
    first,
    question: asks(values),
    guess: readGuess(values.guess),
    words: {
      x: say('axis.chips'),
      y: say('axis.bandwidth', { way: wayText(say, values) }),
      yours: say('yours'),
      start: say('start'),
      beyond: say('beyond-words'),
    },
  };
}

export function cliffView(say: Phrases, data: CliffData, values: CliffValues, newTab: boolean): ChartView {
  const drawn = drawnSystems(say, data, values);
  const props = cliffProps(say, data, values);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const draw = (frame: ChartFrame) => bandwidthCliff(props, frame).replace('<svg', mark);
  const ids = [...new Set(drawn.flatMap(({ system }) => lineSources(data, system, values.asof)))];
  const statuses = [...new Set(drawn.map(({ said }) => say(`status.${said.status}`)))];
  return {
    controls: controlsHtml(say, drawn, values).html,
    parts: partsHtml(say, data, drawn, values).html,
    table: twinHtml(cliffTables(say, data, values), newTab).html,
    title: say('title'),
    note: say('note'),
    status: statuses.join(', '),
    asOf: asOfText(
      values.asof,
      drawn.map(({ said }) => said.read),
    ),
    summary: summaryText(say, data, drawn, values),
    scale: say(`scale-cell.${values.scale}`),
    sources: ids.map((id) => data.sources[id]!),
    drawings: Object.values(frames).map(draw),
  };
}

function controlsHtml(say: Phrases, drawn: readonly DrawnSystem[], values: CliffValues): Raw {
  const inked = focusOf(drawn, values);
  const focus = drawn.map(
    ({ system: { id } }) =>
      markup`<button type="button" data-set="view=answer&amp;focus=${id}" aria-current="${String(!asks(values) && id === inked)}">${say(`system.${id}`)}</button>`,
  );
  const shown = new Set(values.systems.split(','));
  const systems = systemIds.map(
    (id) =>
      markup`<button type="button" data-system="${id}" aria-pressed="${String(shown.has(id))}">${say(`system.${id}`)}</button>`,
  );
  const scales = (['log', 'linear'] as const).map(
    (scale) =>
      markup`<button type="button" data-scale="${scale}" aria-current="${String(values.scale === scale)}">${say(`scale.${scale}`)}</button>`,
  );
  const ways = parameters.directions.values.map(
    (one) =>
      markup`<button type="button" data-directions="${one}" aria-current="${String(values.directions === one)}">${say(`directions.${one}`)}</button>`,
  );
  const row = (name: 'focus' | 'systems', words: Raw[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span>${say(`group.${name}`)}</span>${words}</div>`;
  // Before the guess no machine is drawn, so none can be switched; who asks for one is shown what is so.
  return markup`<div class="plain-row">${row('focus', focus)}</div>${when(!asks(values), () => markup`<div class="plain-row">${row('systems', systems)}</div>`)}<div class="plain-row"><div class="words" role="group" aria-label="${say('group.scale')}"><span>${say('group.scale')}</span>${scales}</div><div class="words" role="group" aria-label="${say('group.directions')}"><span>${say('group.directions')}</span>${ways}</div>${when(
    values.asof !== 'latest',
    () =>
      markup`<p class="plain-legend"><span>${say('as-known', { date: formatDate(values.asof) })}</span> <button type="button" data-do="latest">${say('latest')}</button></p>`,
  )}</div>`;
}

function partsHtml(say: Phrases, data: CliffData, drawn: readonly DrawnSystem[], values: CliffValues): Raw {
  const guess = readGuess(values.guess);
  const reading = (shown: readonly DrawnSystem[]) =>
    markup`<ol class="cliff-readings">${shown.map((one) => markup`<li data-key="${one.system.id}"><strong>${one.line.label.title}</strong>, <span class="cliff-status">${say(`status.${one.said.status}`)}</span><br />${readingText(say, one)}</li>`)}</ol>`;
  const head = markup`<p class="cliff-head">${say('reading.head')}</p>`;
  const missing = unannounced(data, values).map(
    ({ id }) => markup`<p>${say('unannounced', { machine: say(`system.${id}`) })}</p>`,
  );
  if (!asks(values)) {
    const inked = focusOf(drawn, values);
    const [own, others] = [true, false].map((meant) => drawn.filter(({ system }) => (system.id === inked) === meant)); // prettier-ignore
    const more = when(
      others!.length > 0,
      () =>
        markup`<details class="cliff-others" data-key="others"><summary>${say('others')}</summary>${reading(others!)}</details>`,
    );
    return markup`${guessed(say, data, values)}${stepsHtml(say, cliffSteps(data, drawn, inked, values), guess !== null)}${head}${reading(own!)}${more}${missing}`;
  }
  return markup`<div class="cliff-form cliff-question" role="group" aria-label="${say('ask')}"><p class="cliff-ask">${say('ask')}</p><p id="cliff-how">${say('ask-how')}</p><label>${say('field.chips')} <input type="number" name="chips" min="1" max="32768" step="1" inputmode="numeric" aria-describedby="cliff-how" value="${guess?.chips ?? ''}" /></label><label>${say('field.bandwidth')} <input type="number" name="bandwidth" min="1" max="1400" step="1" inputmode="numeric" value="${guess?.bandwidth ?? ''}" /></label><p class="words"><button type="button" data-do="show">${say('show')}</button></p></div><div class="cliff-answer">${head}${reading(drawn)}${missing}</div>`;
}

/** Leads from machine to machine, and back to the guess. */
function stepsHtml(say: Phrases, { at, all, back, on }: CliffSteps, guessed: boolean): Raw {
  const step = (verb: 'back' | 'on', set: string | null) =>
    markup`<button type="button" data-step="${verb}" data-set="${set ?? ''}"${when(set === null, () => markup` disabled`)}>${say(`step.${verb}`)}</button>`;
  return markup`<p class="words cliff-steps" role="group" aria-label="${say('step.group')}">${step('back', back)}<span>${say('step.at', { at, all })}</span>${step('on', on)}<button type="button" data-do="again">${say(guessed ? 'again' : 'first')}</button></p>`;
}

/** A reading that stands alone: `HGX H100: GB/s per chip that leave a group of 1: 450; …` */
export function saidReading(say: Phrases, one: DrawnSystem): string {
  return `${one.line.label.title}: ${say('reading.head')} ${readingText(say, one)}`;
}

/** The guess beside what is so. */
function guessed(say: Phrases, data: CliffData, values: CliffValues): Raw {
  const guess = readGuess(values.guess);
  const answer = cliffAnswer(data, values.asof);
  if (!guess) return markup``;
  return markup`<dl class="cliff-pair"><div><dt>${say('you')}</dt><dd>${say('fall', { chips: guess.chips, bandwidth: gigabytes(guess.bandwidth * timesOf(values)) })}</dd></div><div><dt>${say('record')}</dt><dd>${say('fall', { chips: answer.chips, bandwidth: gigabytes(answer.bandwidth * timesOf(values)) })}</dd></div></dl>`;
}

/** `of 1: 450; of all 8: 50, 9 times less.`, to follow the head of the readings. */
export function readingText(say: Phrases, { line, fast, times }: DrawnSystem): string {
  const steps = line.steps.map(({ group, bandwidth }) =>
    say('reading.step', { group, bandwidth: gigabytes(bandwidth * times) }),
  );
  const group = fast.chips;
  const end =
    line.beyond === null || fast.ratio === null
      ? say('reading.unknown', { group })
      : say('reading.beyond', {
          group,
          bandwidth: gigabytes(line.beyond * times),
          ratio: formatRounded(fast.ratio, 2),
        });
  return `${steps.join(', ')}; ${end}`;
}

function summaryText(
  say: Phrases,
  data: CliffData,
  drawn: readonly DrawnSystem[],
  values: CliffValues,
): string {
  const guess = readGuess(values.guess);
  const first = data.systems[0]!.steps[0]!.bandwidth / 1e9;
  if (asks(values)) {
    const now = guess
      ? ` ${say('summary.guess', { chips: guess.chips, bandwidth: gigabytes(guess.bandwidth) })}`
      : '';
    return say('summary.question', { bandwidth: gigabytes(first) }) + now;
  }
  const readings = drawn.map((one) => `${one.line.label.title}: ${readingText(say, one)}`);
  const missing = unannounced(data, values).map(({ id }) =>
    say('unannounced', { machine: say(`system.${id}`) }),
  );
  return [say('summary.answer', { way: wayText(say, values) }), ...readings, ...missing].join(' ');
}

/** The table twin: every step of every line, what its wiring assumes, and its sources. */
export function cliffTables(say: Phrases, data: CliffData, values: CliffValues): TwinTable[] {
  const drawn = drawnSystems(say, data, values);
  const column = (key: string) => say(`table.${key}`);
  const row = (one: DrawnSystem, group: number, to: string, bandwidth: number, light: boolean): TwinRow => ({
    row: one.system.id,
    cells: [
      one.line.label.title,
      formatNumber(group),
      to,
      gigabytes(bandwidth * one.times),
      say(light ? 'light' : 'copper'),
      say(`status.${one.said.status}`),
    ],
  });
  const rows = drawn.flatMap((one) => {
    const steps = one.line.steps.map(({ group, chips, bandwidth, light }) =>
      row(one, group, formatNumber(chips), bandwidth, light),
    );
    return one.line.beyond === null
      ? steps
      : [...steps, row(one, one.fast.chips, say('table.any'), one.line.beyond, true)];
  });
  return [
    {
      caption: say('table.caption', { way: wayText(say, values) }),
      columns: columnsOf(
        column,
        ['machine', 'from', 'to', 'bandwidth', 'medium', 'status'],
        ['from', 'to', 'bandwidth'],
      ),
      rows,
    },
    {
      caption: say('table.assumed'),
      columns: columnsOf(column, ['machine', 'assumption']),
      rows: drawn.flatMap(({ system, line }) =>
        system.assumptions.map((text) => ({ cells: [line.label.title, text] })),
      ),
    },
    {
      caption: say('table.sourced'),
      columns: columnsOf(column, ['machine', 'source']),
      rows: drawn.map(({ system, line }) => ({
        cells: [
          line.label.title,
          lineSources(data, system, values.asof).map((id) => ({
            text: data.sources[id]!.label,
            href: data.sources[id]!.href,
          })),
        ],
      })),
    },
  ];
}
