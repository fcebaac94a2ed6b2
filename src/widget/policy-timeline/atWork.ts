import { effect, signal } from '@preact/signals-core';
import { formatDate } from '../../encoding/date.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { drawnState } from '../lateMount.ts';
import { morphInto } from '../morph.ts';
import { phrases } from '../phrases.ts';
import { slot } from '../slot.ts';
import { sourcesHtml } from '../sourceLines.ts';
import { liveList } from './list.ts';
import { actors, parameters, topics, type TimelineParameters, type TimelineValues } from './params.ts';
import { chosen, isAll, shownEvents, stretchOf, walkedEvents } from './shown.ts';
import type { TimelineData } from './timelineData.ts';
import { drawingsOf, linkedText, timelineView, walkPlace } from './view.ts';
import { zoomed } from './zoom.ts';

const plain = ['title', 'note', 'status', 'asof', 'summary', 'scale'] as const;
const written = [...plain, 'controls', 'parts', 'table', 'sources', 'poster'] as const;

/** A name this near to a press, in pixels of the drawing, is the one meant. */
const near = 16;

/** Makes the sheet work: every word and line follows the state, and the state follows the reader. */
export function workTimeline(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<TimelineParameters, TimelineData>,
): MountedWidget<TimelineParameters> {
  const say = phrases(strings, 'policy-timeline');
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const titles = new Map(
    [...slots.sources.querySelectorAll('a')].map((link) => [link.href, link.textContent]),
  );
  const list = liveList(slots.table);

  /** What the record has nothing of is said, and left out. */
  const checked = (values: TimelineValues): TimelineValues => {
    const known = {
      event: data.events.some(({ id }) => id === values.event),
      chip: values.chip in data.chips,
      rule: values.rule in data.rules,
    };
    let left = values;
    for (const name of ['event', 'chip', 'rule'] as const) {
      if (values[name] === '' || known[name]) continue;
      host.error({ parameter: name, value: values[name], allowed: say(`problem.${name}`) });
      left = { ...left, [name]: '' };
    }
    return left;
  };
  const values = signal<TimelineValues>(checked(params));

  let rested = slots.parts.querySelector('input')?.getAttribute('value') ?? '';
  const stop = effect(() => {
    const view = timelineView(say, data, values.value, ({ id }) => list.cells(id));
    morphInto(slots.controls, view.controls);
    morphInto(slots.parts, view.parts);
    // A slider that was moved does not follow its attribute. What moved it before this code came is still to be heard.
    const slider = slots.parts.querySelector('input');
    const rest = slider?.getAttribute('value') ?? '';
    if (slider && rest !== rested) slider.value = rest;
    rested = rest;
    list.show(new Set(view.shown.map(({ id }) => id)));
    const drawn = slots.poster.querySelector('svg')?.dataset['drawn'];
    if (drawn !== drawnState(parameters, values.value))
      slots.poster.innerHTML = drawingsOf(say, data, values.value).join('');
    const sources = list
      .sources()
      .map(({ href, label }) => ({ href, label: titles.get(href) ?? label }))
      .toSorted((a, b) => a.label.localeCompare(b.label));
    morphInto(slots.sources, sourcesHtml(sources, newTab).html);
    for (const name of plain) {
      const text = view[name === 'asof' ? 'asOf' : name];
      if (slots[name].textContent !== text) slots[name].textContent = text;
    }
  });

  const set = (changed: Partial<TimelineValues>, discrete: boolean) => {
    values.value = { ...values.peek(), ...changed };
    host.change(values.peek(), { discrete });
    return shownEvents(data, values.peek());
  };
  const show = (from: string, to: string) => {
    const count = set({ from, to }, true).length;
    host.announce(say('said.stretch', { stretch: slots.scale.textContent, count }));
  };
  const filter = (kind: 'actors' | 'topics', id: string | undefined) => {
    const all: readonly string[] = kind === 'actors' ? actors : topics;
    const before = isAll(values.peek(), kind) ? new Set<string>() : chosen(values.peek(), kind);
    // The first choice leaves one alone; the last one taken away brings all back.
    const wanted = all.filter((one) => (one === id ? !before.has(one) : before.has(one)));
    const none = id === undefined || wanted.length === 0 || wanted.length === all.length;
    const count = set({ [kind]: none ? 'all' : wanted.join(',') }, true).length;
    host.announce(say('said.filter', { count }));
  };
  const pick = (id: string, discrete: boolean) => {
    const event = data.events.find((one) => one.id === id);
    if (!event || id === values.peek().event) return;
    set({ event: id }, discrete);
    host.announce(say('said.event', { date: formatDate(event.date), name: event.name }));
  };
  const unpick = (discrete: boolean) => {
    if (values.peek().event === '') return;
    set({ event: '' }, discrete);
    host.announce(say('prompt'));
  };
  const bringOut = (kind: 'chip' | 'rule', id: string) => {
    const on = values.peek()[kind] !== id;
    const shown = set({ chip: '', rule: '', [kind]: on ? id : '' }, true);
    host.announce(linkedText(say, data, shown, values.peek()));
  };
  const walk = (steps: number) => {
    const now = values.peek();
    const walked = walkedEvents(shownEvents(data, now), now);
    const at = walkPlace(walked, now);
    // From an event that is not among them, to the next in time.
    const here = data.events.findIndex(({ id }) => id === now.event);
    const order = data.events.map(({ id }) => id);
    const next =
      at >= 0
        ? walked[at + steps]
        : steps > 0
          ? walked.find(({ id }) => order.indexOf(id) > here)
          : walked.findLast(({ id }) => order.indexOf(id) < here);
    if (next) pick(next.id, true);
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('button')?.dataset;
    if (!button) return;
    const { from, to, view, actor, topic, all, chip, rule, event: told, do: verb } = button;
    if (from && to) show(from, to);
    else if (view) {
      const count = set({ view: view as TimelineValues['view'] }, true).length;
      host.announce(say(`said.view.${view}`, { count }));
    } else if (actor) filter('actors', actor);
    else if (topic) filter('topics', topic);
    else if (all) filter(all as 'actors' | 'topics', undefined);
    else if (told) pick(told, true);
    else if (chip) bringOut('chip', chip);
    else if (rule) bringOut('rule', rule);
    else if (verb === 'clear') {
      const count = set({ chip: '', rule: '' }, true).length;
      host.announce(say('said.clear', { count }));
      slots.parts.querySelector('input')?.focus({ preventScroll: true });
    } else if (verb === 'back' || verb === 'on') walk(verb === 'on' ? 1 : -1);
    else if (verb) {
      const next = zoomed(stretchOf(values.peek()), verb as Parameters<typeof zoomed>[1]);
      show(next.from, next.to);
    }
  };
  const onSlider = (event: Event) => {
    const now = values.peek();
    const place = Number((event.target as HTMLInputElement).value);
    const picked = walkedEvents(shownEvents(data, now), now)[place];
    if (picked) pick(picked.id, false);
    else unpick(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || values.peek().event === '') return;
    event.preventDefault();
    unpick(true);
  };
  /** The event under a press on the drawing, or the dot nearest to it. */
  const onDrawing = (event: MouseEvent) => {
    const target = event.target as Element;
    const svg = target.closest('svg');
    const turned = svg?.getScreenCTM()?.inverse();
    if (!svg || !turned) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned);
    const dots = [...svg.querySelectorAll('g[data-row] circle')].map((dot) => ({
      dot,
      away: Math.hypot(Number(dot.getAttribute('cx')) - x, Number(dot.getAttribute('cy')) - y),
    }));
    const [nearest] = dots.toSorted((a, b) => a.away - b.away);
    const named = target.closest<HTMLElement>('text, circle')?.closest<HTMLElement>('g[data-row]');
    const found = named ?? (nearest && nearest.away < near ? nearest.dot.closest<HTMLElement>('g') : null);
    if (found) pick(found.dataset['row']!, true);
  };

  slots.controls.addEventListener('click', onClick);
  slots.parts.addEventListener('click', onClick);
  for (const type of ['input', 'change']) slots.parts.addEventListener(type, onSlider);
  slots.poster.addEventListener('click', onDrawing);
  for (const part of [slots.controls, slots.parts]) part.addEventListener('keydown', onKey);

  return {
    update(next) {
      values.value = checked(next);
    },
    dispose() {
      stop();
      slots.controls.removeEventListener('click', onClick);
      slots.parts.removeEventListener('click', onClick);
      for (const type of ['input', 'change']) slots.parts.removeEventListener(type, onSlider);
      slots.poster.removeEventListener('click', onDrawing);
      for (const part of [slots.controls, slots.parts]) part.removeEventListener('keydown', onKey);
      for (const [one, html] of asBuilt) one.innerHTML = html;
    },
  };
}
