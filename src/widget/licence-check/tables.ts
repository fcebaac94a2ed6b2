import { formatDate } from '../../encoding/date.ts';
import type { CheckProps } from '../../figure/licence-check/drawing.ts';
import { markup, when, type Raw } from '../html.ts';
import { sourceLink } from '../sourceLines.ts';
import type { Phrases } from '../phrases.ts';
import type { Check } from './asked.ts';
import { afterwards } from './afterwards.ts';
import type { CheckData } from './checkData.ts';
import { capital } from './gates.ts';
import { measureNames } from './measures.ts';
import { waysRows } from './ways.ts';

/** Sources of all that is shown, in the order in which it is told. */
export function citedIn(data: CheckData, { chip, asked }: Check): string[] {
  const told = asked.flatMap(({ verdict }) => [
    ...verdict.reasons.flatMap(({ sources }) => sources),
    ...verdict.exceptions.flatMap(({ sources }) => sources),
    ...verdict.otherGates.flatMap(({ sources }) => sources),
  ]);
  return [...new Set([...told, ...(chip.id === null ? [] : (data.chipSources[chip.id] ?? []))])];
}

/** Links to sources by their publishers, or by their titles too. */
export function linksHtml(data: CheckData, ids: readonly string[], newTab: boolean, full = false): Raw[] {
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  return ids.map((id, i) => {
    const { label, href } = data.sources[id]!;
    const [publisher = '', ...title] = label.split(': ');
    const link = full
      ? markup`<a href="${href}"${tab}>${label}</a>`
      : sourceLink({ publisher, title: title.join(': '), url: href }, newTab);
    return markup`${i > 0 ? ', ' : ''}${link}`;
  });
}

/** The table twin: measures, marks, the chain in words, the answers, and what would change them. */
export function tablesHtml(
  say: Phrases,
  data: CheckData,
  check: Check,
  props: CheckProps,
  newTab: boolean,
): Raw {
  const { chip, asked } = check;
  const head = (cells: readonly string[]) =>
    markup`<thead><tr>${cells.map((text) => markup`<th scope="col">${text}</th>`)}</tr></thead>`;
  const column = (key: string) => say(`table.${key}`);
  const table = (caption: string, cells: readonly string[], rows: Raw[]) =>
    markup`<table><caption>${caption}</caption>${head(cells)}<tbody>${rows}</tbody></table>`;
  const days = asked.map(({ day }) => formatDate(day));

  const measures = measureNames.map((name) => {
    const { row, text } = props.measures[name];
    // A rate that is not known has no bits.
    if (name === 'bits' && props.measures.bits.value === null) return markup``;
    return markup`<tr data-row="${row}"><th scope="row">${say(`name.${name}`)}</th><td>${text}</td></tr>`;
  });
  const gates = props.chain.gates.flatMap(({ id, title, rows, outcomes }) => [
    markup`<tr data-row="${id}"><th scope="row">${title}</th><td></td>${outcomes.map((one) => markup`<td>${one?.text ?? props.chain.words.unasked}</td>`)}</tr>`,
    ...rows.map(
      ({ id: row, label, cells }) =>
        markup`<tr data-row="${row}"><th scope="row">${title}</th><td>${label}</td>${cells.map((cell) => markup`<td>${cell?.text ?? props.chain.words.unasked}</td>`)}</tr>`,
    ),
  ]);
  const reasons = asked.flatMap(({ verdict }, c) =>
    verdict.reasons.map(
      ({ clause, text, met, sources, name, citation, from, to, reading }) =>
        markup`<tr><th scope="row">${capital(clause)}</th><td>${days[c]!}</td><td>${text}</td><td>${say(`met.${String(met)}`)}</td><td>${citation ?? name}</td><td>${to === null ? say('holds.from', { from: formatDate(from), evidence: formatDate(verdict.evidenceTo) }) : say('holds.to', { from: formatDate(from), to: formatDate(to) })}</td><td>${say(`reading.${reading}`)}</td><td>${linksHtml(data, sources, newTab, true)}</td></tr>`,
    ),
  );
  const answers = asked.flatMap((one, c) => {
    const { plate, row } = props.chain.columns[c]!;
    return [
      markup`<tr data-row="${row}"><th scope="row">${days[c]!}</th><td>${plate.title}</td><td>${plate.text}</td><td></td></tr>`,
      ...afterwards(say, one.verdict).map(
        ({ kind, text, sources }) =>
          markup`<tr><th scope="row">${days[c]!}</th><td>${kind}</td><td>${text}</td><td>${linksHtml(data, sources, newTab, true)}</td></tr>`,
      ),
    ];
  });
  const decides = asked.flatMap(({ verdict }, c) =>
    verdict.decides.map(
      ({ input, of, text }) =>
        markup`<tr><th scope="row">${capital(say(`unknown.${input}`))}</th><td>${days[c]!}</td><td>${of.map((one) => say(`of.${one}`)).join(', ')}</td><td>${text}</td></tr>`,
    ),
  );
  const notAsked = asked[0]!.verdict.notAsked.map(
    ({ id, text }) => markup`<tr><th scope="row">${say(`not-asked.${id}`)}</th><td>${text}</td></tr>`,
  );
  const ways = waysRows(say, data, check).map(
    ({ day, input, change, then }) =>
      markup`<tr><th scope="row">${capital(input)}</th><td>${formatDate(day)}</td><td>${change}</td><td>${then}</td></tr>`,
  );
  return markup`${table(say('table.measures', { chip: chip.name }), [column('measure'), column('value')], measures)}${when(
    gates.length > 0,
    () => table(say('table.gates'), [column('clause'), column('asks'), ...days], gates),
  )}${table(say('table.chain'), [column('clause'), column('day'), column('found'), column('met'), column('citation'), column('holds'), column('reading'), column('source')], reasons)}${when(decides.length > 0, () => table(say('part.decides'), [column('input'), column('day'), column('what'), column('found')], decides))}${table(say('part.not-asked'), [column('what'), column('found')], notAsked)}${table(say('table.answers'), [column('day'), column('what'), column('answer'), column('source')], answers)}${when(
    ways.length > 0,
    () => table(say('table.ways'), [column('input'), column('day'), column('change'), column('then')], ways),
  )}`;
}
