import { copperReach } from '../../figure/copper-reach/drawing.ts';
import type { Medium } from '../../model/channel/medium.ts';
import type { ChartView } from '../chartView.ts';
import { drawnState, markDrawn } from '../drawnState.ts';
import { markup, when, type Raw } from '../html.ts';
import { asOfText, knowledgeNote, statusText } from '../knowledgeText.ts';
import type { Phrases } from '../phrases.ts';
import { drawnOn, type RecordSlice } from '../recordedFigure.ts';
import { sourceLines } from '../sourceLines.ts';
import { twinHtml } from '../twinTable.ts';
import { decibels, isClosed, lengthText } from './amount.ts';
import { costsOn } from './costs.ts';
import { costText } from './costText.ts';
import { costKeys, drawnAs, laneKeys, listed, partKeys, shareKeys } from './keys.ts';
import { drawnRates, isTold, saidOn } from './known.ts';
import { gauges, lengthRange, parameters, rates, type ReachValues } from './params.ts';
import { rateText, reachProps } from './props.ts';
import { reckon, reckonRates } from './reckon.ts';
import { reachTables } from './tables.ts';

/** Frames of the drawing: beside the words, above them, and on a phone. */
const frames = [
  { width: 1120, height: 630 },
  { width: 720, height: 540 },
  { width: 400, height: 540 },
];

/** Keys of everything that a state shows. */
function shownKeys(data: RecordSlice, values: ReachValues): string[] {
  const lanes = drawnRates(data, values).flatMap((rate) => {
    const { frequency, budget, asked } = laneKeys[rate];
    return [frequency, budget, ...(asked ? [asked] : [])];
  });
  const costs = listed.flatMap((one) => Object.values(costKeys[one][values.rate] ?? {}) as string[]);
  return [...new Set([...lanes, ...Object.values(partKeys), ...costs, ...Object.values(shareKeys)])];
}

/** What the link of a state does, in a sentence. */
export function stateText(say: Phrases, data: RecordSlice, values: ReachValues): string {
  const one = reckon(data, values);
  return say(isClosed(one.margin) ? 'says.closed' : 'says.open', {
    rate: values.rate,
    length: lengthText(values.length),
    medium: say(`over.${values.medium}`, { gauge: values.gauge }),
    lost: decibels(one.lane.budget - one.margin),
    budget: decibels(one.lane.budget),
  });
}

/** Every text of a state. In a frame, links open a new tab. */
export function reachView(say: Phrases, data: RecordSlice, values: ReachValues, newTab: boolean): ChartView {
  const one = reckon(data, values);
  const props = reachProps(say, data, values);
  const keys = shownKeys(data, values);
  const drawn = drawnState(parameters, values);
  const lane = saidOn(data, laneKeys[values.rate].frequency, values.asof);
  const statuses = new Set([statusText(say, lane ? lane.status : null), say('status.estimated')]);
  const untold = isTold(data, values.rate, values.asof) ? '' : say('knowledge.unannounced', { name: say('rate', { rate: values.rate }) }); // prettier-ignore
  return {
    controls: controlsHtml(say, values).html,
    parts: partsHtml(say, data, values).html,
    table: twinHtml(reachTables(say, data, values), newTab).html,
    title: say('title', {
      rate: values.rate,
      length: lengthText(values.length),
      medium: say(`over.${values.medium}`, { gauge: values.gauge }),
      verdict: say(isClosed(one.margin) ? 'closed' : 'open'),
    }),
    note: knowledgeNote(say, values.asof, [untold, say('note')].filter(Boolean).join(' ')),
    status: [...statuses].join(', '),
    asOf: asOfText(
      values.asof,
      keys.flatMap((key) => drawnOn(data.figures[key], values.asof)?.read ?? []),
    ),
    summary: [
      stateText(say, data, values),
      say('says.rates', {
        rates: reckonRates(data, values)
          .map((line) => rateText(say, line))
          .join('; '),
      }),
    ].join(' '),
    scale: say('scale-cell'),
    sources: sourceLines(data, keys, values.asof),
    drawings: frames.map((frame) => markDrawn(copperReach(props, frame), drawn)),
  };
}

function controlsHtml(say: Phrases, values: ReachValues): Raw {
  const row = (name: 'rate' | 'gauge', choices: readonly string[], text: (one: string) => string) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span>${say(`group.${name}`)}</span>${choices.map((one) => markup`<button type="button" data-${{ html: name }}="${one}" aria-current="${String(values[name] === one)}">${text(one)}</button>`)}</div>`;
  return markup`<div class="plain-row">${row('rate', rates, (one) => one)}${row('gauge', gauges, (one) => one)}</div><div class="plain-row reach-fields"><label><span>${say('group.board', { board: values.board })}</span> <input type="range" name="board" min="0" max="30" step="1" value="${values.board}" aria-valuetext="${say('centimetres', { board: values.board })}" /></label></div>`;
}

function partsHtml(say: Phrases, data: RecordSlice, values: ReachValues): Raw {
  const told = values.asof === 'latest' ? 'unpublished' : 'untold';
  const length = say('length', { length: lengthText(values.length) });
  const costs = costsOn(data, values);
  const linear = costs.find(({ id }) => id === 'linear')!;
  const row = (medium: Medium, name: string, cost: string) => {
    const closed = isClosed(reckon(data, values, medium).margin);
    const shown = cost !== '' && (!closed || values.medium === medium);
    return markup`<li data-key="${medium}"><button type="button" data-medium="${medium}" aria-current="${String(values.medium === medium)}">${name}</button><span class="reach-state">, ${say(closed ? 'closed' : 'open')}</span>${when(shown, () => markup`: ${cost}`)}</li>`;
  };
  const rows = costs
    .filter(({ id }) => id !== 'linear')
    .map((cost) => {
      const beside =
        cost.id === 'plug' && linear.power && linear.price
          ? ` ${say('cost.linear', { power: linear.power.text, price: linear.price.text })}`
          : '';
      return row(drawnAs(cost.id), say(`medium.${cost.id}`), `${costText(say, cost, told)}.${beside}`);
    });
  return markup`<label class="reach-slider"><span>${say('move')} <strong>${length}</strong></span> <input type="range" name="length" min="${lengthRange.min}" max="${lengthRange.max}" step="10" value="${values.length}" aria-valuetext="${length}" /></label><p class="reach-head">${say('takes-over')}</p><ul class="reach-media">${[row('board', say('medium.board'), ''), ...rows]}</ul>`;
}
