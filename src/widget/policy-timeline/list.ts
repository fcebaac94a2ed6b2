import { formatDate } from '../../encoding/date.ts';
import { escapeHtml, markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import { readersDay, tellByDay } from '../readersDay.ts';
import type { EventText, TimelineData, TimelineEvent } from './timelineData.ts';

/** Cells of a row after its name, as HTML. */
export const cellNames = ['who', 'what', 'stands', 'touches', 'sources'] as const;
export type EventCells = Readonly<Record<(typeof cellNames)[number], string>>;

/** What stands in the list of an event. */
export function cellsOf(
  say: Phrases,
  data: TimelineData,
  event: TimelineEvent,
  text: EventText,
  newTab: boolean,
): EventCells {
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  const seen = new Map<string, number>();
  const links = text.sources.map(({ publisher, href }) => {
    const times = (seen.get(publisher) ?? 0) + 1;
    seen.set(publisher, times);
    return markup`<a href="${href}"${tab}>${publisher.charAt(0).toUpperCase()}${publisher.slice(1)}${times > 1 ? ` (${times})` : ''}</a>`
      .html;
  });
  const chips = event.chips.map((id) => data.chips[id]!);
  const rules = event.rules.map((id) => data.rules[id]!);
  const known = new Set(chips.map((name) => name.split(' ').at(-1)));
  const others = text.affects.filter((name) => !known.has(name.split(' ').at(-1)));
  return {
    who: escapeHtml(text.actor),
    what: escapeHtml(text.what),
    stands: standsHtml(say, event, data.evidence) + escapeHtml(text.note && `. ${text.note}`),
    touches: escapeHtml([...chips, ...others, ...rules].join(', ')),
    sources: links.join(', '),
  };
}

/**
 * Where an event stands, in words that are true on any day: a measure with the day of the evidence and that of its own
 * end. `tellByDay` adds what the reader's day makes of that end.
 */
function standsHtml(say: Phrases, { status, endsOn }: TimelineEvent, evidence: string): string {
  const word = say(`status.${status}`);
  const held = ['in-force', 'suspended', 'reported'].includes(status);
  if (endsOn === undefined)
    return escapeHtml(status === 'in-force' ? say('stands.on', { status: word, evidence: formatDate(evidence) }) : word);
  const dates = { status: word, evidence: formatDate(evidence), ends: formatDate(endsOn) };
  const said = escapeHtml(say(held ? 'stands.ends' : 'stands.ended', dates));
  return held ? `<span data-ends="${endsOn}" data-since="${escapeHtml(say('stands.since', dates))}">${said}</span>` : said;
} // prettier-ignore

/**
 * The list of events, a table for each year. Those not shown wait in templates, from which the browser takes them.
 */
export function listHtml(
  say: Phrases,
  data: TimelineData,
  shown: ReadonlySet<string>,
  cells: (event: TimelineEvent) => EventCells,
): Raw {
  const years = [...new Set(data.events.map(({ date }) => date.slice(0, 4)))];
  const head = ['date', 'event', ...cellNames].map(
    (name) => markup`<th scope="col">${say(`list.${name}`)}</th>`,
  );
  const tables = years.map((year) => {
    const rows = data.events
      .filter(({ date }) => date.startsWith(year))
      .map((event) => {
        const text = cells(event);
        const html = markup`<tr data-row="${event.id}"><td>${formatDate(event.date).replaceAll(' ', '\u00a0')}</td><th scope="row">${event.name}</th>${cellNames.map((name) => ({ html: `<td>${text[name]}</td>` }))}</tr>`;
        return shown.has(event.id) ? html : markup`<template>${html}</template>`;
      });
    const table = markup`<table class="moves-list"><caption>${year}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
    const some = data.events.some(({ id, date }) => shown.has(id) && date.startsWith(year));
    return some ? table : markup`<template>${table}</template>`;
  });
  return markup`${tables}`;
}

/** The list in a page: its rows, and what shows some of them. */
export interface LiveList {
  /** Cells of an event as HTML. */
  cells(id: string): EventCells;
  /** Leaves the rows of these events. */
  show(ids: ReadonlySet<string>): void;
  /** Address and words of the sources of the rows shown, each once and in order. */
  sources(): { href: string; label: string }[];
}

/** Takes the list out of its templates, and the full names of its sources from the lines that the build wrote. */
export function liveList(place: HTMLElement, sources: HTMLElement): LiveList {
  const titles = new Map([...sources.querySelectorAll('a')].map((link) => [link.href, link.textContent]));
  const opened = (parent: ParentNode): Element[] =>
    [...parent.children].flatMap((one) =>
      one instanceof HTMLTemplateElement ? [...one.content.children] : [one],
    );
  const tables = opened(place).map((table) => {
    const body = table.querySelector('tbody')!;
    return { table, body, rows: opened(body) as HTMLElement[] };
  });
  for (const { rows } of tables) for (const row of rows) tellByDay(row, readersDay());
  const all = new Map(tables.flatMap(({ rows }) => rows).map((row) => [row.dataset['row']!, row]));
  let before = '';
  return {
    cells(id) {
      const cells = [...all.get(id)!.querySelectorAll('td')].slice(1);
      return Object.fromEntries(cellNames.map((name, i) => [name, cells[i]!.innerHTML])) as EventCells;
    },
    show(ids) {
      const now = [...ids].join();
      if (now === before) return;
      before = now;
      for (const { body, rows } of tables)
        body.replaceChildren(...rows.filter((row) => ids.has(row.dataset['row']!)));
      place.replaceChildren(
        ...tables.flatMap(({ table, body }) => (body.children.length > 0 ? [table] : [])),
      );
    },
    sources() {
      const links = [...place.querySelectorAll<HTMLAnchorElement>('td:last-child a')];
      const cited = new Map(links.map(({ href, textContent }) => [href, titles.get(href) ?? textContent]));
      return [...cited]
        .map(([href, label]) => ({ href, label }))
        .toSorted((a, b) => a.label.localeCompare(b.label));
    },
  };
}
