import type { WrongEntries } from '../chart/chart.ts';
import type { ChartView } from '../chartView.ts';
import { formatDate } from '../../encoding/date.ts';
import {
  mapGround,
  thresholdMap,
  type MapGround,
  type MapProps,
} from '../../figure/threshold-map/drawing.ts';
import { escapeHtml, markup, type Raw } from '../html.ts';
import { knowledgeNote } from '../knowledgeText.ts';
import { drawnState } from '../drawnState.ts';
import type { Phrases } from '../phrases.ts';
import { twinHtml } from '../twinTable.ts';
import { mapProps, mapState, type MapState } from './drawing.ts';
import { mapOn, type MapData } from './mapData.ts';
import { parameters, type MapValues } from './params.ts';
import { forms, ownText, partsHtml } from './parts.ts';
import { daysBetween, stopOn } from './rulings.ts';
import { mapTables } from './table.ts';

/** Frames of the drawing: beside the words, above them, and on a phone. */
export const frames = {
  wide: { width: 1120, height: 630 },
  middle: { width: 720, height: 540 },
  narrow: { width: 400, height: 540 },
} as const;

/** @param wrong what stands in the fields and could not be used */
export function mapView(
  say: Phrases,
  all: MapData,
  values: MapValues,
  newTab: boolean,
  wrong: WrongEntries = {},
): ChartView {
  const data = mapOn(all, values.asof);
  const state = mapState(say, data, values);
  const props = mapProps(say, data, state);
  const stop = stopOn(data, state.day);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const ids = [
    ...new Set([...(stop?.sources ?? []), ...state.chips.flatMap(({ ruling }) => ruling.sources)]),
  ];
  const date = formatDate(state.day);
  return {
    controls: controlsHtml(say, data, values, state).html,
    parts: partsHtml(say, values, state, wrong).html,
    table: twinHtml(mapTables(say, data, state), newTab).html,
    title: say('title', { rule: say(`rule.${stop?.rule ?? 'none'}`), date }),
    note: knowledgeNote(
      say,
      values.asof,
      say('note') + (state.day > data.last ? ` ${say('past', { date: formatDate(data.last) })}` : ''),
    ),
    status: stop ? say(`status.${stop.status}`) : say('no-rule'),
    asOf: date,
    summary: summaryText(say, state),
    scale: say('scale-cell'),
    sources: ids.map((id) => data.sources[id]!),
    drawings: drawn(props).map((svg) => svg.replace('<svg', mark)),
  };
}

/** What was drawn last, used again while only the day or the reader's own chip changes. */
let last: { key: string; grounds: MapGround[] } | undefined;

function drawn(props: MapProps): string[] {
  const all = Object.values(frames);
  const { regions, marks, gauge, window, bands, knot, ghost } = props;
  const key = JSON.stringify([regions, marks, gauge, window, bands, knot, ghost]);
  if (last?.key !== key) last = { key, grounds: all.map((frame) => mapGround(props, frame)) };
  const { grounds } = last;
  return all.map((frame, i) => thresholdMap(props, frame, grounds[i]));
}

function controlsHtml(say: Phrases, data: MapData, values: MapValues, { day }: MapState): Raw {
  const now = stopOn(data, day)?.rule ?? 'none';
  const stops = [{ rule: 'none', from: data.first }, ...data.stops].map(
    ({ rule, from }) =>
      markup`<button type="button" data-date="${from}" aria-current="${String(rule === now)}">${say(`stop.${rule}`)}</button>`,
  );
  const groups = parameters.chips.values.map(
    (group) =>
      markup`<button type="button" data-chips="${group}" aria-current="${String(values.chips === group)}">${say(`chips.${group}`)}</button>`,
  );
  const most = daysBetween(data.first, data.last);
  const value = Math.min(most, Math.max(0, daysBetween(data.first, day)));
  const notches = data.stops.map(({ from }) => `M${daysBetween(data.first, from)} 0V9`).join('');
  return markup`<div class="plain-row"><div class="words" role="group" aria-label="${say('group.stops')}">${stops}</div></div><div class="plain-row"><svg class="map-notches" pointer-events="none" viewBox="0 0 ${most} 9" preserveAspectRatio="none" aria-hidden="true"><path vector-effect="non-scaling-stroke" d="${notches}" /></svg><input class="map-slide" type="range" name="day" min="0" max="${most}" step="1" value="${value}" aria-label="${say('group.date')}" aria-valuetext="${formatDate(day)}" /></div><div class="plain-row"><div class="words" role="group" aria-label="${say('group.chips')}"><span>${say('group.chips')}</span>${groups}</div></div>`;
}

function summaryText(say: Phrases, state: MapState): string {
  const lists = forms.flatMap((form) => {
    const names = state.chips.filter((one) => one.form === form).map(({ name }) => name);
    const word = say(`form.${form}`);
    const first = word.charAt(0).toUpperCase() + word.slice(1);
    return names.length ? [say('summary.list', { form: first, names: names.join(', ') })] : [];
  });
  return [
    say('summary.day', { date: formatDate(state.day) }),
    ...state.remarks.map(({ title, text }) => `${title}: ${text}`),
    ...lists,
    state.own ? `${say('own.title')}: ${ownText(say, state)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
