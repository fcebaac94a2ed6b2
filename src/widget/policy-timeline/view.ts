import { formatDate } from '../../encoding/date.ts';
import { policyTimeline } from '../../figure/policy-timeline/drawing.ts';
import { isTelling } from '../../figure/policy-timeline/duelMark.ts';
import type { TimelineFrame, TimelineProps } from '../../figure/policy-timeline/timelineProps.ts';
import { dayLength } from '../../figure/policy-timeline/axis.ts';
import { escapeHtml, markup, when, type Raw } from '../html.ts';
import { knowledgeNote } from '../knowledgeText.ts';
import { drawnState } from '../drawnState.ts';
import type { Phrases } from '../phrases.ts';
import { beatHtml } from './beatHtml.ts';
import { beatOf } from './beats.ts';
import { timelineProps } from './drawing.ts';
import { timelineOn } from './dated.ts';
import type { EventCells } from './list.ts';
import { actors, firstMonth, lastMonth, parameters, topics, type TimelineValues } from './params.ts';
import {
  chosen,
  crowdedFrom,
  isAll,
  isLinked,
  quietUntil,
  shownEvents,
  stretchOf,
  walkedEvents,
} from './shown.ts';
import type { TimelineData, TimelineEvent } from './timelineData.ts';
import { walkPlace } from './walk.ts';

/** Frames of the drawing: beside the card, above it, on a phone with time from the top down, and on a large desk. */
export const frames = {
  wide: { width: 1120, height: 980 },
  middle: { width: 760, height: 1110 },
  narrow: { width: 340, height: 980 },
  broad: { width: 1600, height: 860 },
} as const;

/** The frame for a phone while one moment is told: with its words the figure then takes a window and a half. */
const narrowTold = { width: 340, height: 414 };

/** The frames of a sheet, in the order in which the style sheet knows them. */
export const framesOf = (props: TimelineProps): Record<keyof typeof frames, TimelineFrame> =>
  isTelling(props) && !props.measures ? { ...frames, narrow: narrowTold } : frames;

/** Stretches with a name, by their first and last month. */
export const stretches = [
  { name: 'all', from: firstMonth, to: lastMonth },
  { name: '2019–2021', from: firstMonth, to: '2021-12' },
  { name: '2022–2023', from: '2022-01', to: '2023-12' },
  { name: '2024', from: '2024-01', to: '2024-12' },
  { name: '2025', from: '2025-01', to: '2025-12' },
  { name: '2026', from: '2026-01', to: lastMonth },
] as const;

/** Every text of the figure in a state but its list, as the build and the browser write it. */
export interface TimelineView {
  readonly controls: string;
  readonly parts: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  readonly scale: string;
  readonly shown: readonly TimelineEvent[];
}

/** The drawings, of which the style sheet shows one. */
export function drawingsOf(say: Phrases, all: TimelineData, values: TimelineValues): string[] {
  const data = timelineOn(all, values.asof);
  const props = timelineProps(say, data, values);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const draw = (frame: TimelineFrame) => policyTimeline(props, frame).replace('<svg', mark);
  return Object.values(framesOf(props)).map(draw);
}

export function timelineView(
  say: Phrases,
  all: TimelineData,
  values: TimelineValues,
  cells: (event: TimelineEvent) => EventCells,
): TimelineView {
  const data = timelineOn(all, values.asof);
  const shown = shownEvents(data, values);
  const stretch = stretchText(say, values);
  const side = (by: TimelineEvent['by'][]) => shown.filter((event) => by.includes(event.by)).length;
  const counts = {
    all: shown.length,
    over: side(['US', 'NL', 'JP', 'TW']),
    under: side(['CN']),
    both: side(['US/CN']),
    company: side(['company']),
  };
  const outstanding = linkedText(say, data, shown, values);
  return {
    controls: controlsHtml(say, values).html + walkHtml(say, data, shown, values).html,
    parts: partsHtml(say, data, shown, values, cells).html,
    title: say(`title.${values.view}`, { stretch }),
    note: knowledgeNote(say, values.asof, say(`note.${values.view}`)),
    status: statusText(say, shown),
    asOf: formatDate(data.evidence),
    summary: [
      say(`summary.${values.view}`, { ...counts, stretch }),
      counts.both > 0 ? say('summary.both', counts) : '',
      counts.company > 0 ? say('summary.company', counts) : '',
      say('summary.list'),
      outstanding,
    ]
      .filter(Boolean)
      .join(' '),
    scale: scaleText(say, data, values),
    shown,
  };
}

/** How firm the sheet is: how many of its moves are known from reports alone. */
function statusText(say: Phrases, shown: readonly TimelineEvent[]): string {
  const reported = shown.filter(({ status }) => status === 'reported').length;
  return say(reported > 0 ? 'firm.some' : 'firm.all', { reported, all: shown.length });
}

/** The stretch, with the year up to which it is folded. */
export function scaleText(say: Phrases, data: TimelineData, values: TimelineValues): string {
  const stretch = stretchText(say, values);
  const folded = quietUntil(data, values);
  const crowded = crowdedFrom(data, values);
  const yearOf = (day: number) => String(new Date(day * dayLength).getUTCFullYear());
  return [
    say('scale', { stretch }),
    folded === null ? '' : say('scale-folded', { year: yearOf(folded) }),
    crowded === null ? '' : say('scale-crowded', { year: yearOf(crowded) }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** `May 2019 to January 2027`. */
function stretchText(say: Phrases, values: TimelineValues): string {
  const { from, to } = stretchOf(values);
  return from === to ? formatDate(from) : say('stretch', { from: formatDate(from), to: formatDate(to) });
}

/** How many of the events shown touch the chip or rule that is brought out. */
export function linkedText(
  say: Phrases,
  data: TimelineData,
  shown: readonly TimelineEvent[],
  values: TimelineValues,
): string {
  const name = data.chips[values.chip] ?? data.rules[values.rule];
  if (name === undefined) return '';
  return say('linked', { name, count: shown.filter((event) => isLinked(event, values)).length });
}

function controlsHtml(say: Phrases, values: TimelineValues): Raw {
  const { from, to } = stretchOf(values);
  const named = stretches.map(
    ({ name, from: first, to: last }) =>
      markup`<button type="button" data-from="${first}" data-to="${last}" aria-current="${String(first === from && last === to)}">${name === 'all' ? say('all-years') : name}</button>`,
  );
  const zooms = (['closer', 'wider', 'earlier', 'later'] as const).map(
    (verb) => markup`<button type="button" data-do="${verb}">${say(`zoom.${verb}`)}</button>`,
  );
  const views = parameters.view.values.map(
    (view) =>
      markup`<button type="button" data-view="${view}" aria-current="${String(values.view === view)}">${say(`view.${view}`)}</button>`,
  );
  const list = (kind: 'actors' | 'topics', ids: readonly string[]) => {
    const all = isAll(values, kind);
    const on = all ? new Set() : chosen(values, kind);
    return markup`<div class="words" role="group" aria-label="${say(`group.${kind}`)}"><button type="button" data-all="${kind}" aria-pressed="${String(all)}">${say(`every.${kind}`)}</button>${ids.map(
      (id) =>
        markup`<button type="button" data-${kind === 'actors' ? 'actor' : 'topic'}="${id}" aria-pressed="${String(on.has(id))}">${say(`${kind}.${id}`)}</button>`,
    )}</div>`;
  };
  return markup`<div class="control-row"><div class="words" role="group" aria-label="${say('group.stretch')}">${named}</div><div class="words" role="group" aria-label="${say('group.zoom')}">${zooms}</div></div><div class="control-row">${list('actors', actors)}<div class="words" role="group" aria-label="${say('group.view')}">${views}</div></div><div class="control-row">${list('topics', topics)}</div>`;
}

function partsHtml(
  say: Phrases,
  data: TimelineData,
  shown: readonly TimelineEvent[],
  values: TimelineValues,
  cells: (event: TimelineEvent) => EventCells,
): Raw {
  const picked = data.events.find(({ id }) => id === values.event);
  const brought = linkedText(say, data, shown, values);
  const beat = beatOf(data, values);
  const told = beatHtml(say, data, values, beat);
  const prompt = when(!beat, () => markup`<p class="figure-muted moves-steps">${say('prompt')}</p>`);
  return markup`${told}${when(brought, () => markup`<p>${brought}</p>`)}${picked ? cardHtml(say, data, picked, values, cells(picked)) : prompt}`;
}

/** Leads through all events shown, one after another. */
function walkHtml(
  say: Phrases,
  data: TimelineData,
  shown: readonly TimelineEvent[],
  values: TimelineValues,
): Raw {
  const picked = data.events.find(({ id }) => id === values.event);
  const walked = walkedEvents(shown, values);
  const at = walkPlace(walked, values);
  const place =
    at < 0 ? say('walk.none', { all: walked.length }) : say('walk.at', { place: at + 1, all: walked.length });
  const said = picked
    ? `${at < 0 ? '' : `${place}: `}${formatDate(picked.date)}, ${picked.name}`
    : say('prompt');
  const brought = linkedText(say, data, shown, values);
  return when(
    walked.length > 0,
    () =>
      markup`<div class="control-row moves-walks"><label class="moves-walk"><span>${place}</span><input class="map-slide" type="range" name="event" aria-label="${say('walk.name')}" aria-valuetext="${said}" min="-1" max="${walked.length - 1}" step="1" value="${at}" /></label><p class="words moves-steps"><button type="button" data-do="back">${say('walk.back')}</button><button type="button" data-do="on">${say('walk.on')}</button>${when(brought, () => markup`<button type="button" data-do="clear">${say('clear')}</button>`)}</p></div>`,
  );
}

/** What the record says of the event that is picked. */
function cardHtml(
  say: Phrases,
  data: TimelineData,
  event: TimelineEvent,
  values: TimelineValues,
  cells: EventCells,
): Raw {
  const html = (text: string): Raw => ({ html: text });
  const links = (kind: 'chip' | 'rule', ids: readonly string[], names: Readonly<Record<string, string>>) =>
    when(
      ids.length > 0,
      () =>
        markup`<div class="words" role="group" aria-label="${say(`group.${kind}s`)}"><span>${say(`group.${kind}s`)}</span>${ids.map(
          (id) =>
            markup`<button type="button" data-${kind}="${id}" aria-pressed="${String(values[kind] === id)}">${names[id]!}</button>`,
        )}</div>`,
    );
  const answeredBy = data.events.flatMap(({ id, answers }) => (answers?.includes(event.id) ? [id] : []));
  const told = (way: 'answers' | 'answered', ids: readonly string[]) =>
    when(
      ids.length > 0,
      () =>
        markup`<div class="words" role="group" aria-label="${say(`group.${way}`)}"><span>${say(`group.${way}`)}</span>${data.events
          .filter(({ id }) => ids.includes(id))
          .map(({ id, short }) => markup`<button type="button" data-event="${id}">${short}</button>`)}</div>`,
    );
  return markup`<div class="moves-card" data-key="${event.id}"><p class="figure-muted">${formatDate(event.date)}, ${html(cells.who)}</p><p class="moves-name">${event.name}</p><p>${html(cells.what)}</p><p><strong>${say('list.stands')}:</strong> ${html(cells.stands)}</p>${told('answers', event.answers ?? [])}${told('answered', answeredBy)}${links('chip', event.chips, data.chips)}${links('rule', event.rules, data.rules)}<p class="figure-muted">${say('list.sources')}: ${html(cells.sources)}</p></div>`;
}
