import { formatNumber } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { MapState } from './drawing.ts';
import type { MapData } from './mapData.ts';
import { densityText, digitsText, measureText, spanText, tppText } from './measureText.ts';

/** What an open answer of the list turns on, in the engine's words. */
function decidesText({ decides }: Verdict): string {
  const texts = decides.filter(({ of }) => of.includes('list')).map(({ text }) => text);
  return texts.length > 0 ? `. ${texts.join(' ')}` : '';
}

/** The table twin: every chip drawn with its verdict, and the lines of the day. */
export function tableHtml(say: Phrases, data: MapData, state: MapState, newTab: boolean): Raw {
  const head = (keys: readonly string[]) =>
    markup`<thead><tr>${keys.map((key) => markup`<th scope="col">${say(`table.${key}`)}</th>`)}</tr></thead>`;
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  const links = (ids: readonly string[]) =>
    ids.map((id) => markup`<a href="${data.sources[id]!.href}"${tab}>${data.sources[id]!.label}</a> `);
  const chips = state.chips.map(({ id, name, notes, ruling: { chip, verdict, later, status, sources } }) => {
    const letters = verdict.letters
      .filter(({ binds }) => binds === true)
      .map(({ rule }) => say(`letter.${rule}`));
    const io = verdict.ioBandwidth.value;
    const cells = [
      markup`<th scope="row">${chip.name || name}</th>`,
      markup`<td class="number">${measureText(say, verdict.tpp.value, tppText)}</td>`,
      markup`<td class="number">${measureText(say, verdict.performanceDensity.value, digitsText(verdict.performanceDensity.digits))}</td>`,
      markup`<td class="number">${measureText(say, io, formatNumber)}</td>`,
      markup`<td>${say(`verdict.${verdict.verdict}`)}${decidesText(verdict)}${later ? `; ${say('form.later')}` : ''}</td>`,
      markup`<td>${verdict.paragraph ?? '–'}</td>`,
      markup`<td>${say(`licence-word.${verdict.licence}`)}${letters.length ? `: ${letters.join(', ')}` : ''}</td>`,
      markup`<td>${notes.join('; ') || '–'}</td>`,
      markup`<td>${status ? say(`status.${status}`) : '–'}</td>`,
      markup`<td>${links(sources)}</td>`,
    ];
    return markup`<tr data-row="${id}">${cells}</tr>`;
  });
  const sourceOf = new Map(data.stops.map(({ rule, sources }) => [rule, sources]));
  const lines = state.regions.map(
    ({ clause, paragraph, rule, tpp, performanceDensity, beside }) =>
      markup`<tr><th scope="row">${clause}</th><td>${paragraph}</td><td>${spanText(say, tpp, tppText)}</td><td>${spanText(say, performanceDensity, densityText)}</td><td>${beside ?? '–'}</td><td>${say(`rule.${rule}`)}</td><td>${links(sourceOf.get(rule) ?? [])}</td></tr>`,
  );
  const remarks = state.remarks.map(
    ({ title, text }) => markup`<tr><th scope="row">${title}</th><td>${text}</td></tr>`,
  );
  return markup`<table><caption>${say('table.caption')}</caption>${head(['chip', 'tpp', 'density', 'io', 'verdict', 'paragraph', 'licence', 'note', 'firm', 'source'])}<tbody>${chips}</tbody></table>${when(
    lines.length > 0,
    () =>
      markup`<table><caption>${say('table.lines')}</caption>${head(['clause', 'paragraph', 'tpp', 'density', 'beside', 'rule', 'source'])}<tbody>${lines}</tbody></table>`,
  )}${when(
    remarks.length > 0,
    () =>
      markup`<table><caption>${say('table.remarks')}</caption>${head(['about', 'remark'])}<tbody>${remarks}</tbody></table>`,
  )}`;
}
