import { formatDate } from '../../encoding/date.ts';
import { escapeHtml, markup, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import { cellHtml, rowHtml, tableFrame, type TwinCell, type TwinRow, type TwinTable } from '../twinTable.ts';
import type { EventText, TimelineData, TimelineEvent } from './timelineData.ts';

/** Cells of a row after its name, as HTML. */
export const cellNames = ['who', 'what', 'stands', 'touches', 'sources'] as const;
export type EventCells = Readonly<Record<(typeof cellNames)[number], string>>;

/** The row of an event. */
export function eventRow(say: Phrases, data: TimelineData, event: TimelineEvent, text: EventText): TwinRow {
  const seen = new Map<string, number>();
  const sources = text.sources.map(({ publisher, href, several }) => {
    const times = (seen.get(publisher) ?? 0) + 1;
    seen.set(publisher, times);
    const name = publisher.charAt(0).toUpperCase() + publisher.slice(1);
    const text = times > 1 ? `${name} (${times})` : name;
    // What a list of links alone says: where the same words lead to several places, the event tells them apart.
    return { text, href, ...(several && { name: `${text}, ${event.short}` }) };
  });
  const chips = event.chips.map((id) => data.chips[id]!);
  const rules = event.rules.map((id) => data.rules[id]!);
  const known = new Set(chips.map((name) => name.split(' ').at(-1)));
  const others = text.affects.filter((name) => !known.has(name.split(' ').at(-1)));
  return {
    row: event.id,
    cells: [
      formatDate(event.date).replaceAll(' ', '\u00a0'),
      event.name,
      text.actor,
      text.what,
      standsCell(say, event, data.evidence, text.note),
      [...chips, ...others, ...rules].join(', '),
      sources,
    ],
  };
}

/**
 * Where an event stands, in words that are true on any day: a measure with the day of the evidence and that of its own
 * end. `tellByDay` adds what the reader's day makes of that end. Cut for an earlier day of knowledge, how it stood then.
 */
function standsCell(
  say: Phrases,
  { status, endsOn, past }: TimelineEvent,
  evidence: string,
  note: string,
): TwinCell {
  const word = say(`status.${status}`);
  if (past) return word;
  const held = ['in-force', 'suspended', 'reported'].includes(status);
  const more = note && `. ${note}`;
  const dates = { status: word, evidence: formatDate(evidence) };
  if (endsOn === undefined) return (status === 'in-force' ? say('stands.on', dates) : word) + more;
  const ending = { ...dates, ends: formatDate(endsOn) };
  if (!held) return say('stands.ended', ending) + more;
  return {
    text: say('stands.ends', ending),
    data: { ends: endsOn, since: say('knowledge.day-passed') },
    more,
  };
}

/** What stands in a row after its name, as HTML. */
export function cellsOf({ cells }: TwinRow, newTab: boolean): EventCells {
  const html = cells.slice(2).map((cell) => cellHtml(cell, newTab).html);
  return Object.fromEntries(cellNames.map((name, i) => [name, html[i]!])) as EventCells;
}

/** The table twin: the events shown, a table for each year. */
export function timelineTables(
  say: Phrases,
  data: TimelineData,
  shown: ReadonlySet<string>,
  row: (event: TimelineEvent) => TwinRow,
): TwinTable[] {
  return years(say, data)
    .map(({ table, events }) => ({ ...table, rows: events.filter(({ id }) => shown.has(id)).map(row) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Every year of the record with its events. */
function years(say: Phrases, data: TimelineData) {
  const columns = ['date', 'event', ...cellNames].map((key) => ({
    key,
    label: say(`list.${key}`),
    ...(key === 'event' && { kind: 'head' as const }),
  }));
  return [...new Set(data.events.map(({ date }) => date.slice(0, 4)))].map((caption) => ({
    table: { caption, columns, look: 'moves-list' },
    events: data.events.filter(({ date }) => date.startsWith(caption)),
  }));
}

/** The twin as it stands in a page: what is not shown waits in templates, from which the browser takes it. */
export function listHtml(
  say: Phrases,
  data: TimelineData,
  shown: ReadonlySet<string>,
  row: (event: TimelineEvent) => TwinRow,
  newTab: boolean,
): Raw {
  const tables = years(say, data).map(({ table, events }) => {
    const rows = events.map((event) => {
      const html = rowHtml(table, row(event), newTab);
      return shown.has(event.id) ? html : markup`<template>${html}</template>`;
    });
    const html = tableFrame(table, rows);
    return events.some(({ id }) => shown.has(id)) ? html : markup`<template>${html}</template>`;
  });
  return markup`${tables}`;
}

/** How some events stood on the day of knowledge they are cut for. */
export const standsOn = (say: Phrases, events: readonly TimelineEvent[]): Map<string, string> =>
  new Map(events.flatMap(({ id, past, status }) => (past ? [[id, say(`status.${status}`)]] : [])));

/** The list in a page: its rows, and what shows some of them. */
export interface LiveList {
  /** Cells of an event as HTML. */
  cells(id: string): EventCells;
  /** Leaves the rows of these events; `stands` says of some how they stood on the day asked for. */
  show(ids: ReadonlySet<string>, stands: ReadonlyMap<string, string>): void;
  /** Address and words of the sources of the rows shown, each once and in order. */
  sources(): { href: string; label: string }[];
}

/**
 * Full names of sources by address, from the lines that the build wrote: those of the title block, or where it leads to
 * the list of the article, those of that list, whose entries begin with the publisher.
 */
function sourceNames(cell: HTMLElement): Map<string, string> {
  const entries = cell.ownerDocument.querySelectorAll<HTMLAnchorElement>('.source-list > li > a');
  return new Map([
    ...[...entries].map(
      (link) => [link.href, `${link.previousSibling!.textContent!.trim()}: ${link.text}`] as const,
    ),
    ...[...cell.querySelectorAll('a')].map((link) => [link.href, link.text] as const),
  ]);
}

/** Takes the list out of its templates. */
export function liveList(place: HTMLElement, sources: HTMLElement): LiveList {
  const titles = sourceNames(sources);
  const opened = (parent: ParentNode): Element[] =>
    [...parent.children].flatMap((one) =>
      one instanceof HTMLTemplateElement ? [...one.content.children] : [one],
    );
  const tables = opened(place).map((table) => {
    const body = table.querySelector('tbody')!;
    return { table, body, rows: opened(body) as HTMLElement[] };
  });
  const all = new Map(tables.flatMap(({ rows }) => rows).map((row) => [row.dataset['row']!, row]));
  /** The date is the first cell of a row; the name is none of them. */
  const standsAt = 1 + cellNames.indexOf('stands');
  const asBuilt = new Map([...all].map(([id, row]) => [id, row.querySelectorAll('td')[standsAt]!.innerHTML]));
  let before = '';
  return {
    cells(id) {
      const cells = [...all.get(id)!.querySelectorAll('td')].slice(1);
      return Object.fromEntries(cellNames.map((name, i) => [name, cells[i]!.innerHTML])) as EventCells;
    },
    show(ids, stands) {
      const now = JSON.stringify([[...ids], [...stands]]);
      if (now === before) return;
      before = now;
      for (const [id, row] of all) {
        const cell = row.querySelectorAll('td')[standsAt]!;
        const stood = stands.get(id);
        const html = stood === undefined ? asBuilt.get(id)! : escapeHtml(stood);
        if (cell.innerHTML !== html) cell.innerHTML = html;
      }
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
