import {
  designFamilies,
  leastChips,
  mostChips,
  switchedFamilies,
} from '../../model/topology/designFamily.ts';
import { markup, when, type Raw } from '../html.ts';
import { moveControls, type Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import { drawnOn } from '../recordedFigure.ts';
import { priceKeys } from './known.ts';
import { wiredOf, type Lab } from './lab.ts';
import type { LabData } from './labData.ts';
import { parameters, pricedParts, rates, type LabValues } from './params.ts';

/** Sizes offered as words, from a board to the largest. */
const counts = [8, 64, 512, 4096, mostChips];

/** Everything that sets a network, and what it costs. */
export function controlsHtml(
  say: Phrases,
  data: LabData,
  values: LabValues,
  lab: Lab,
  around: Surroundings,
): Raw {
  const choice = (set: 'family' | 'beside' | 'rate' | 'chips', value: string | number, text: string) =>
    markup`<button type="button" data-set="${set}" data-value="${value}" aria-current="${String(String(values[set]) === String(value))}">${text}</button>`;
  const group = (name: string, content: Raw[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span>${say(`group.${name}`)}</span>${content}</div>`;
  const number = (name: 'chips' | 'lanes' | 'planes') =>
    markup`<label data-key="${name}"><span>${say(`field.${name}`)}</span> <input type="number" name="${name}" min="${parameters[name].min}" max="${parameters[name].max}" step="1" inputmode="numeric" value="${values[name]}" /></label>`;
  const text = (
    name: 'shape' | 'beside-shape' | `price-${(typeof pricedParts)[number]}`,
    label: string,
    empty: string,
  ) =>
    markup`<label data-key="${name}"><span>${label}</span> <input type="text" name="${name}" autocomplete="off" autocapitalize="none" spellcheck="false"${when(empty === 'none', () => markup` inputmode="decimal" placeholder="${say('not-given')}"`)} value="${values[name] === empty && empty === 'none' ? '' : values[name]}" /></label>`;
  const wired = wiredOf(lab);
  const switched = wired.some(({ design }) => switchedFamilies.includes(design.family));
  const families = designFamilies.map((family) => [family, say(`family.${family}.name`)] as const);
  const priceKey = priceKeys[values.rate];
  const asked = priceKey === undefined ? null : drawnOn(data.figures[priceKey], values.asof);
  const missing = [...new Set(wired.flatMap(({ price }) => price.missing))];
  return markup`<div class="control-row">${group(
    'family',
    families.map(([family, name]) => choice('family', family, name)),
  )}</div><div class="control-row">${group(
    'beside',
    [['none', say('nothing')] as const, ...families].map(([family, name]) => choice('beside', family, name)),
  )}</div><div class="control-row lab-fields">${number('chips')}${group(
    'chips',
    counts
      .filter((count) => count >= leastChips)
      .map((count) => choice('chips', count, count.toLocaleString('en-GB'))),
  )}${text('shape', say('field.shape'), 'auto')}${when(lab.second, () => text('beside-shape', say('field.beside-shape'), 'auto'))}</div><div class="control-row lab-fields">${group(
    'rate',
    rates.map((rate) => choice('rate', rate, say('rate', { rate }))),
  )}${number('lanes')}${when(switched, () => number('planes'))}</div><div class="control-row lab-fields">${pricedParts.map((part) => text(`price-${part}`, say(`price.${part}`), 'none'))}<p class="lab-prices">${missing.length > 0 ? say('prices-missing', { parts: missing.map((part) => say(`priced.${part}`)).join(', ') }) : say('prices-given')}${when(asked, () => markup` ${say(`asked.${values.rate}`, { price: asked!.text })}`)}</p></div><div class="control-row">${moveControls(say, around)}</div>`;
}
