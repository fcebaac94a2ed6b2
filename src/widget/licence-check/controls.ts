import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import type { CheckData } from './checkData.ts';
import { chipIds, parameters, readAmount, type CheckValues } from './params.ts';

/** A whole day for a word of the address: `latest` is the last day of the evidence, `none` is no day. */
export const dayOf = (data: CheckData, text: string): string | null =>
  text === 'none' ? null : text === 'latest' ? data.rulebook.evidenceUntil : text;

/** What stands in a field for a value: empty for a figure not known and for no second day. */
export function fieldText(data: CheckData, values: CheckValues, name: keyof CheckValues): string {
  const value = values[name];
  if (name === 'date' || name === 'compare') return dayOf(data, values[name]) ?? '';
  return value === 'unknown' && readAmount(String(parameters[name].default)) !== undefined
    ? ''
    : String(value);
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Three fields make the question, with the days on which answers change; what else may be asked is folded. */
export function controlsHtml(say: Phrases, data: CheckData, values: CheckValues): Raw {
  const label = (name: keyof CheckValues, field: Raw) =>
    markup`<label data-key="${name}"><span>${say(`group.${name}`)}</span> ${field}</label>`;
  const choose = (name: 'datacentre' | 'maker' | 'parent' | 'route' | 'sale') =>
    label(
      name,
      markup`<select name="${name}">${parameters[name].values.map((one) => option(one, values[name], say(name === 'parent' && one !== 'same' ? `country.${one}` : `${name}.${one}`)))}</select>`,
    );
  const chips = chipIds.map((id) =>
    option(id, values.chip, id === 'own' ? say('own') : data.chips[id]!.name),
  );
  const number = (name: 'tops' | 'bits' | 'area' | 'io' | 'dram') =>
    label(
      name,
      markup`<input type="number" name="${name}" min="${name === 'bits' ? 1 : 0.001}" max="${name === 'bits' ? 64 : 1_000_000}" step="${name === 'bits' ? 1 : 'any'}" inputmode="decimal" value="${fieldText(data, values, name)}" />`,
    );
  const date = (name: 'date' | 'compare') =>
    label(
      name,
      markup`<input type="text" name="${name}" maxlength="10" autocomplete="off" spellcheck="false" placeholder="2023-11-17" value="${fieldText(data, values, name)}" />`,
    );
  const own = when(
    values.chip === 'own',
    () =>
      markup`${(['tops', 'bits', 'area', 'io', 'dram'] as const).map(number)}${choose('datacentre')}${choose('maker')}`,
  );
  const turns = data.turns.map(({ rule, day }) =>
    word(say(`turn.${rule}`), { date: dayBefore(day), compare: day }, values),
  );
  const places = parameters.destination.values.map((one) =>
    option(one, values.destination, say(`country.${one}`)),
  );
  const days = markup`<div class="words" role="group" aria-label="${say('group.turns')}"><span>${say('group.turns')}</span>${[...turns, word(say('one-day'), { date: 'latest', compare: 'none' }, values)]}</div>`;
  return markup`<div class="plain-row fit-fields check-form">${label('chip', markup`<select name="chip">${chips}</select>`)}${date('date')}${label('destination', markup`<select name="destination">${places}</select>`)}${own}</div><div class="plain-row">${days}</div><details class="check-fold check-more"><summary>${say('more')}</summary><div class="plain-row fit-fields">${date('compare')}${choose('parent')}${choose('route')}${choose('sale')}</div></details>`;
}

function option(value: string, chosen: string, text: string): Raw {
  return markup`<option value="${value}"${when(value === chosen, () => markup` selected`)}>${text}</option>`;
}

/** A word that sets some parameters at once. */
function word(text: string, set: Partial<Record<keyof CheckValues, string>>, values: CheckValues): Raw {
  const here = Object.entries(set).every(([name, value]) => values[name as keyof CheckValues] === value);
  return markup`<button type="button" data-set="${new URLSearchParams(set).toString()}" aria-current="${String(here)}">${text}</button>`;
}
