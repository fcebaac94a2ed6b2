import { formatNumber } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import { moveControls, type Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import { distancesHtml, type Distances } from './distances.ts';
import type { Explored } from './explored.ts';
import { rangeText } from './naming.ts';
import { parameters, routings, systemIds } from './params.ts';
import { partClasses } from './partClass.ts';

/** What the controls need beyond the state. */
export interface ExplorerSurroundings extends Surroundings {
  readonly distances: Distances;
}

export function controlsHtml(say: Phrases, explored: Explored, around: ExplorerSurroundings): Raw {
  const { values, machine } = explored;
  const { topology } = machine;
  const choice = (set: 'system' | 'view' | 'routing', value: string, text: string) =>
    markup`<button type="button" data-set="${set}" data-value="${value}" aria-current="${String(values[set] === value)}">${text}</button>`;
  const group = (name: string, content: Raw[], named = false) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}">${when(named, () => markup`<span>${say(`group.${name}`)}</span>`)}${content}</div>`;
  const chip = (name: 'from' | 'to') =>
    markup`<label data-key="${name}"><span>${say(`field.${name}`)}</span> <input type="number" name="${name}" min="0" max="${topology.npuCount - 1}" step="1" inputmode="numeric" value="${values[name]}" /></label>`;
  const wanted = values.tiers === 'all' ? topology.tiers : values.tiers.split(',');
  const classes = partClasses(machine).map(
    ({ id, kind, tier, first, count }) =>
      markup`<li data-key="${id}"><button type="button" data-class="${id}">${say(tier === undefined ? `class.${id}` : 'class.switches', { tier: tier === undefined ? '' : say(`tier.${tier}`) })}</button> <span>${say(`class-range.${kind}`, { count: formatNumber(count), range: rangeText(Array.from({ length: Math.min(count, 3) }, (_, i) => (count > 3 && i === 2 ? first + count - 1 : first + i))) })}</span></li>`,
  );
  return markup`<div class="control-row">${group(
    'system',
    systemIds.map((id) => choice('system', id, say(`system.${id}.short`))),
  )}</div><div class="control-row">${group(
    'view',
    parameters.view.values.map((view) => choice('view', view, say(`view.${view}`))),
  )}${group(
    'routing',
    routings.map((one) => choice('routing', one, say(`routing.${one}`))),
  )}</div><div class="control-row explorer-fields">${chip('from')}${chip('to')}<label data-key="failed" class="explorer-failed"><span>${say('field.failed')}</span> <input type="text" name="failed" autocomplete="off" autocapitalize="none" spellcheck="false" value="${values.failed}" /></label>${group('repair', [markup`<button type="button" data-do="repair-all"${when(values.failed === '', () => markup` disabled`)}>${say('act.repair-all')}</button>`])}</div><div class="control-row">${group(
    'tiers',
    topology.tiers.map(
      (tier) =>
        markup`<button type="button" data-tier="${tier}" aria-pressed="${String(wanted.includes(tier))}">${say(`tier.${tier}`)}</button>`,
    ),
    true,
  )}${moveControls(say, around)}</div><div class="explorer-more"><section><p class="explorer-head">${say('list')}</p><ul class="explorer-links" aria-label="${say('list')}">${classes}</ul></section><section><p class="explorer-head">${say('distances.title')}</p>${distancesHtml(say, explored, around.distances)}</section><section><p class="explorer-head">${say('table-of-links')}</p><p>${say('table-of-links-text')}</p><div class="words" role="group" aria-label="${say('table-of-links')}"><button type="button" data-do="download">${say('act.download')}</button></div></section></div>`;
}
