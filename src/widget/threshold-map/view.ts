import type { ChartView } from '../chartView.ts';
import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import { mapGround, thresholdMap, type MapGround, type MapProps } from '../../figure/thresholdMap.ts';
import { markSvg, type MarkForm, type MarkStyle } from '../../figure/thresholdMapMark.ts';
import { mapRange } from '../../figure/thresholdMapScale.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import { escapeHtml, markup, type Raw } from '../html.ts';
import { drawnState } from '../lateMount.ts';
import type { Phrases } from '../phrases.ts';
import { mapProps, mapState, type MapState, type ShownChip } from './drawing.ts';
import type { MapData } from './mapData.ts';
import { densityText } from './measureText.ts';
import { parameters, readDensity, type MapValues } from './params.ts';
import { daysBetween, stopOn } from './rulings.ts';
import { tableHtml } from './table.ts';

/** Frames of the drawing: beside the words, above them, and on a phone. */
export const frames = {
  wide: { width: 1120, height: 630 },
  middle: { width: 720, height: 540 },
  narrow: { width: 400, height: 540 },
} as const;

const forms: readonly MarkForm[] = ['listed', 'open', 'letter', 'outside'];

export function mapView(say: Phrases, data: MapData, values: MapValues, newTab: boolean): ChartView {
  const state = mapState(say, data, values);
  const props = mapProps(say, data, values, state);
  const stop = stopOn(data, state.day);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const ids = [
    ...new Set([...(stop?.sources ?? []), ...state.chips.flatMap(({ ruling }) => ruling.sources)]),
  ];
  const date = formatDate(state.day);
  return {
    controls: controlsHtml(say, data, values, state).html,
    parts: partsHtml(say, values, state).html,
    table: tableHtml(say, data, state, newTab).html,
    title: say('title', { rule: say(`rule.${stop?.rule ?? 'none'}`), date }),
    note: say('note') + (state.day > data.last ? ` ${say('past', { date: formatDate(data.last) })}` : ''),
    status: stop ? say(`status.${stop.status}`) : say('no-rule'),
    asOf: date,
    summary: summaryText(say, values, state),
    scale: say('scale-cell'),
    sources: ids.map((id) => data.sources[id]!),
    drawings: drawn(props).map((svg) => svg.replace('<svg', mark)),
  };
}

/** What was drawn last, used again while only the day or the reader's own chip changes. */
let last: { key: string; grounds: MapGround[] } | undefined;

function drawn(props: MapProps): string[] {
  const all = Object.values(frames);
  const { regions, marks, gauge, window, bands, callouts } = props;
  const key = JSON.stringify([regions, marks, gauge, window, bands, callouts]);
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
  const glyph = (style: MarkStyle) =>
    `<svg class="drawing" width="16" height="14" aria-hidden="true">${markSvg(8, 7, style)}</svg>`;
  const key = [
    ...forms.map((form) => ({ form, square: false, later: false, word: form as string })),
    { form: 'outside' as const, square: true, later: false, word: 'square' },
    { form: 'outside' as const, square: false, later: true, word: 'later' },
  ].map(({ word, ...style }) => markup`<span>${{ html: glyph(style) }}${say(`form.${word}`)}</span>`);
  return markup`<div class="plain-row"><div class="words" role="group" aria-label="${say('group.stops')}">${stops}</div></div><div class="plain-row"><svg class="map-notches" pointer-events="none" viewBox="0 0 ${most} 9" preserveAspectRatio="none" aria-hidden="true"><path vector-effect="non-scaling-stroke" d="${notches}" /></svg><input class="map-slide" type="range" name="day" min="0" max="${most}" step="1" value="${value}" aria-label="${say('group.date')}" aria-valuetext="${formatDate(day)}" /></div><div class="plain-row"><div class="words" role="group" aria-label="${say('group.chips')}"><span>${say('group.chips')}</span>${groups}</div><p class="plain-legend">${key}</p></div>`;
}

/** How an application is looked at; where that cannot be told, what it turns on. */
function reviewText(say: Phrases, { kind, text }: NonNullable<Verdict['policy']>): string {
  return kind === 'undetermined' ? text.split(/(?<=\.) /, 2).join(' ') : say(`review.${kind}`);
}

/** What the rules say of the reader's own chip, in sentences. */
export function ownText(say: Phrases, values: MapValues, { day, own }: MapState): string {
  const density = readDensity(values.density)!;
  const date = formatDate(day);
  const open = own.reasons.filter(({ met }) => met === null).map(({ text }) => text);
  const notice = own.exceptions.some(({ id, open: may }) => id === 'NAC' && may === true);
  return [
    say('own.place', {
      tpp: values.tpp,
      density: densityText(density),
      area: formatNumber(Number((values.tpp / density).toPrecision(3))),
    }),
    say(`own.${own.verdict}`, { date, paragraph: own.paragraph ?? '' }),
    own.verdict === 'undetermined' ? (open[0] ?? '') : '',
    say(`licence.${own.licence}`),
    own.licence === 'required' && own.policy ? reviewText(say, own.policy) : '',
    notice ? say('own.notice') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Steps of the sliders of the reader's own chip: equal factors. */
export const steps = 240;

/** A value as a step of its slider, and back. */
export function stepOf(axis: 'tpp' | 'density', value: number): number {
  const { low, high } = mapRange[axis];
  return Math.round((Math.log(value / low) / Math.log(high / low)) * steps);
}
export function valueAt(axis: 'tpp' | 'density', step: number): number {
  const { low, high } = mapRange[axis];
  const value = low * (high / low) ** (step / steps);
  return axis === 'tpp' ? Math.round(value / 10) * 10 : Math.round(value * 100) / 100;
}

function partsHtml(say: Phrases, values: MapValues, state: MapState): Raw {
  const field = (axis: 'tpp' | 'density', value: number) => {
    const { low, high } = mapRange[axis];
    return markup`<label>${say(`own.${axis}`)} <input type="number" name="${axis}" min="${low}" max="${high}" step="${axis === 'tpp' ? 1 : 0.01}" inputmode="decimal" value="${value}" aria-describedby="map-how" /></label><input class="map-slide" type="range" name="${axis}-step" min="0" max="${steps}" value="${stepOf(axis, value)}" aria-label="${say(`own.${axis}-step`)}" aria-valuetext="${formatNumber(value)}" />`;
  };
  const uses = [true, false].map(
    (use) =>
      markup`<button type="button" data-use="${use ? 'on' : 'off'}" aria-current="${String(values.datacentre === use)}">${say(use ? 'own.datacentre' : 'own.elsewhere')}</button>`,
  );
  const named = ({ id, name, note }: ShownChip) =>
    markup`<span data-row="${id}" data-value="">${name}${note ? ` (${note})` : ''}</span>`;
  const lists = forms
    .map((form) => ({ form, chips: state.chips.filter((one) => one.form === form) }))
    .filter(({ chips }) => chips.length > 0)
    .map(
      ({ form, chips }) =>
        markup`<li data-key="${form}"><strong>${say(`form.${form}`)}</strong><br />${chips.map((one, i) => markup`${i ? ', ' : ''}${named(one)}`)}</li>`,
    );
  return markup`<div class="cliff-form"><p class="cliff-ask">${say('own.title')}</p><p data-part="verdict">${ownText(say, values, state)}</p></div><div class="cliff-form cliff-question" role="group" aria-label="${say('own.title')}"><p id="map-how">${say('own.how')}</p>${field('tpp', values.tpp)}${field('density', readDensity(values.density)!)}</div><div class="words cliff-question" role="group" aria-label="${say('own.use')}">${uses}</div><ul class="cliff-readings">${lists}</ul>`;
}

function summaryText(say: Phrases, values: MapValues, state: MapState): string {
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
    `${say('own.title')}: ${ownText(say, values, state)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
