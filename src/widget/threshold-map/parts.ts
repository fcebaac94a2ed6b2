import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import type { MarkForm } from '../../figure/threshold-map/mark.ts';
import { mapRange } from '../../figure/threshold-map/scale.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { WrongEntries } from '../chart/chart.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import type { MapState } from './drawing.ts';
import { densityText } from './measureText.ts';
import { middling, type MapValues } from './params.ts';

export const forms: readonly MarkForm[] = ['listed', 'open', 'letter', 'outside'];

/** How an application is looked at; where that cannot be told, what it turns on. */
function reviewText(say: Phrases, { kind, text }: NonNullable<Verdict['policy']>): string {
  return kind === 'undetermined' ? text.split(/(?<=\.) /, 2).join(' ') : say(`review.${kind}`);
}

/** What the rules say of the reader's own chip, in sentences; how to place one where none is. */
export function ownText(say: Phrases, { day, own }: MapState): string {
  if (!own) return say('own.unplaced');
  const { tpp, density, verdict } = own;
  const open = verdict.reasons.filter(({ met }) => met === null).map(({ text }) => text);
  const notice = verdict.exceptions.some(({ id, open: may }) => id === 'NAC' && may === true);
  return [
    say('own.place', {
      tpp,
      density: densityText(density),
      area: formatNumber(Number((tpp / density).toPrecision(3))),
    }),
    say(`own.${verdict.verdict}`, { date: formatDate(day), paragraph: verdict.paragraph ?? '' }),
    verdict.verdict === 'undetermined' ? (open[0] ?? '') : '',
    say(`licence.${verdict.licence}`),
    verdict.licence === 'required' && verdict.policy ? reviewText(say, verdict.policy) : '',
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

/** What a field allows. */
export function wrongText(say: Phrases, axis: 'tpp' | 'density'): string {
  const { low, high } = mapRange[axis];
  return say(`own.wrong-${axis}`, { low: formatNumber(low), high: formatNumber(high) });
}

/** A field with its slider, and under it what is allowed where the entry could not be used. */
function fieldHtml(
  say: Phrases,
  axis: 'tpp' | 'density',
  value: number | undefined,
  wrong: string | undefined,
): Raw {
  const { low, high } = mapRange[axis];
  const faulty = wrong !== undefined;
  const told = `map-wrong-${axis}`;
  const invalid = when(faulty, () => markup` aria-invalid="true"`);
  const message = faulty ? wrongText(say, axis) : '';
  const at = value ?? middling[axis];
  return markup`<div class="map-field"><label>${say(`own.${axis}`)} <input type="number" name="${axis}" min="${low}" max="${high}" step="${axis === 'tpp' ? 1 : 0.01}" inputmode="decimal" value="${wrong ?? value ?? ''}"${invalid} aria-describedby="map-how ${told}" /></label><p class="map-wrong" id="${told}">${message}</p><input class="map-slide" type="range" name="${axis}-step" min="0" max="${steps}" value="${stepOf(axis, at)}" aria-label="${say(`own.${axis}-step`)}" aria-valuetext="${formatNumber(at)}" /></div>`;
}

/** The words beside the drawing: remarks on the day, chips that have no place on the plane, and the reader's own chip. */
export function partsHtml(say: Phrases, values: MapValues, state: MapState, wrong: WrongEntries): Raw {
  const { own } = state;
  const uses = [true, false].map(
    (use) =>
      markup`<button type="button" data-use="${use ? 'on' : 'off'}" aria-current="${String(values.datacentre === use)}">${say(use ? 'own.datacentre' : 'own.elsewhere')}</button>`,
  );
  // What has no place on the plane is named here.
  const absent = state.chips.filter(({ ruling }) => ruling.verdict.tpp.value === null);
  const named = absent.map(
    ({ id, name, notes }, i) =>
      markup`${i ? ', ' : ''}<span data-row="${id}" data-value="">${name}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}</span>`,
  );
  const remarks = state.remarks.map(
    ({ title, text }) => markup`<p><strong>${title}</strong><br />${text}</p>`,
  );
  // Once a chip is placed, its use is asked too, and it may be taken off again.
  const more = when(
    own !== null,
    () =>
      markup`<div class="words cliff-question" role="group" aria-label="${say('own.use')}">${uses}</div><div class="words cliff-question"><button type="button" data-own="none">${say('own.remove')}</button></div>`,
  );
  return markup`<div class="map-remarks">${remarks}${when(absent.length > 0, () => markup`<p>${say('absent')}: ${named}</p>`)}</div><div class="cliff-form"><p class="cliff-ask">${say('own.title')}</p><p data-part="verdict" id="map-how">${ownText(say, state)}</p></div><div class="cliff-form cliff-question map-fields" role="group" aria-label="${say('own.title')}">${fieldHtml(say, 'tpp', own?.tpp, wrong['tpp'])}${fieldHtml(say, 'density', own?.density, wrong['density'])}</div>${more}`;
}
