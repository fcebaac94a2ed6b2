import { amountText } from '../../encoding/bytes.ts';
import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import { moveControls, type Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import { mostRuns, operations, plans, systemIds, type PlayerValues } from './params.ts';
import { pairsOf } from './runs.ts';

/** Steps of the slider of sizes: ten for each factor of ten, from 1 KB to 10 GB. */
export const sizeSteps = 70;

/** Bytes at a step of the slider, two digits; and the step nearest to some bytes. */
export const bytesAt = (step: number): number => Number((1e3 * 10 ** (step / 10)).toPrecision(2));
export const stepOf = (bytes: number): number => Math.round(10 * Math.log10(bytes / 1e3));

/** Sizes of the row of chips; the last is all of them. */
const rankWords = [4, 8, 64, 1024, 16_384] as const;

/** Everything that sets what is played, and from where it is seen. */
export function controlsHtml(say: Phrases, values: PlayerValues, around: Surroundings): Raw {
  const pairs = pairsOf(values);
  const options = (ids: readonly string[], chosen: string, key: string) =>
    ids.map(
      (id) =>
        markup`<option value="${id}"${when(id === chosen, () => markup` selected`)}>${say(`${key}.${id}`)}</option>`,
    );
  const rows = pairs.map(
    ({ system, plan }, index) =>
      markup`<div class="player-run" data-key="run-${index + 1}" role="group" aria-label="${say('group.run', { number: index + 1 })}"><select name="system-${index + 1}" aria-label="${say('field.system', { number: index + 1 })}">${options(systemIds, system, 'system')}</select><select name="plan-${index + 1}" aria-label="${say('field.plan', { number: index + 1 })}">${options(plans, plan, 'plan')}</select>${when(
        pairs.length > 1,
        () =>
          markup`<button type="button" data-drop="${index + 1}" aria-label="${say('do.drop-name', { number: index + 1 })}">${say('do.drop')}</button>`,
      )}</div>`,
  );
  const choice = (name: 'operation' | 'ranks', value: string | number, text: string) =>
    markup`<button type="button" data-set="${name}" data-value="${value}" aria-current="${String(String(values[name]) === String(value))}">${text}</button>`;
  const group = (name: string, content: Raw[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span class="figure-muted">${say(`group.${name}`)}</span>${content}</div>`;
  return markup`<div class="control-row player-runs">${rows}${when(
    pairs.length < mostRuns,
    () => markup`<button type="button" data-do="add">${say('do.add')}</button>`,
  )}</div><div class="control-row">${group(
    'operation',
    operations.map((operation) => choice('operation', operation, say(`operation.${operation}`))),
  )}</div><div class="control-row">${group(
    'ranks',
    rankWords.map((ranks) =>
      choice('ranks', ranks, ranks === rankWords.at(-1) ? say('ranks.all') : formatNumber(ranks)),
    ),
  )}<label class="player-field">${say('field.ranks')} <input type="number" name="ranks" min="1" max="16384" step="1" inputmode="numeric" value="${values.ranks}" /></label></div><div class="control-row"><label class="player-field">${say('field.bytes')} <input type="range" name="size" min="0" max="${sizeSteps}" step="1" value="${stepOf(values.bytes)}" aria-valuetext="${amountText(values.bytes)}" /> <output>${amountText(values.bytes)}</output></label></div>${when(
    values.asof !== 'latest',
    () =>
      markup`<div class="control-row"><p class="plain-legend"><span>${say('as-known', { date: formatDate(values.asof) })}</span> <button type="button" data-do="latest">${say('latest')}</button></p></div>`,
  )}<div class="control-row">${moveControls(say, around)}</div>`;
}
