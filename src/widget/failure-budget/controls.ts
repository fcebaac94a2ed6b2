import { formatRounded } from '../../encoding/format.ts';
import { mostFit, readOwnRates } from '../../model/failure/ownRates.ts';
import { fitOf } from '../../model/failure/rate.ts';
import type { WrongEntries } from '../chart/chart.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import { parameters, systemIds, type FailureValues } from './params.ts';
import type { Reckoned } from './reckon.ts';

/** What a field of one's own rate accepts. */
export const ownAllowed = `0 … ${String(mostFit)}`;

type NumberField = 'spares' | 'retry' | 'repair' | 'switchover' | 'exchange';

/** All that sets the figure: the machine, which rates, what it bears, how long repairs take, rates of one's own. */
export function controlsHtml(
  say: Phrases,
  values: FailureValues,
  { parts }: Reckoned,
  wrong: WrongEntries,
): Raw {
  const row = (name: 'optics' | 'rates', choices: readonly string[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span>${say(`group.${name}`)}</span>${choices.map((one) => markup`<button type="button" data-set="${name}" data-value="${one}" aria-current="${String(values[name] === one)}">${say(`${name}.${one}`)}</button>`)}</div>`;
  const number = (name: NumberField) =>
    markup`<label data-key="${name}"><span>${say(`group.${name}`)}</span> <input type="number" name="${name}" min="${parameters[name].min}" max="${parameters[name].max}" step="1" inputmode="numeric" value="${values[name]}" /></label>`;
  const machines = systemIds.map(
    (id) =>
      markup`<option value="${id}"${when(values.system === id, () => markup` selected`)}>${say(`system.${id}`)}</option>`,
  );
  const own = readOwnRates(values.fit) ?? {};
  const rates = parts.map(({ id, published }) => {
    const hint = published ? formatRounded(fitOf(published[values.rates])) : say('unknown-field');
    const refused = wrong[id];
    const note = `failure-budget-wrong-${id}`;
    const value = refused ?? (own[id] === undefined ? '' : String(own[id]));
    const invalid = when(
      refused !== undefined,
      () => markup` aria-invalid="true" aria-describedby="${note}"`,
    );
    return markup`<label data-key="${id}"><span>${say(`own.${id}`)}</span> <input type="text" name="${id}" inputmode="decimal" maxlength="15" placeholder="${hint}" value="${value}"${invalid} /></label>${when(refused !== undefined, () => markup`<em id="${note}" class="check-wrong">${say('wrong', { allowed: ownAllowed })}</em>`)}`;
  });
  const next = (values.seed % parameters.seed.max) + 1;
  return markup`<div class="plain-row fit-fields"><label data-key="system"><span>${say('group.system')}</span> <select name="system">${machines}</select></label>${number('spares')}${number('retry')}</div><div class="plain-row">${row('rates', parameters.rates.values)}${row('optics', parameters.optics.values)}<div class="words"><button type="button" data-set="seed" data-value="${next}">${say('again')}</button></div></div><div class="plain-row fit-fields">${number('repair')}${number('switchover')}${number('exchange')}</div><div class="plain-row fit-fields" role="group" aria-label="${say('group.fit')}"><span>${say('group.fit', { most: mostFit })}</span>${rates}</div>`;
}
