import { batch, effect, signal } from '@preact/signals-core';
import { formatNumber } from '../../encoding/format.ts';
import { mapPlane, mapRange } from '../../figure/threshold-map/scale.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { drawnState } from '../lateMount.ts';
import { morphInto } from '../morph.ts';
import { phrases } from '../phrases.ts';
import { slot } from '../slot.ts';
import { sourcesHtml } from '../sourceLines.ts';
import { mapState } from './drawing.ts';
import { dayText } from './dayText.ts';
import type { MapData } from './mapData.ts';
import {
  middling,
  ownPlace,
  parameters,
  readDensity,
  readTpp,
  type MapParameters,
  type MapValues,
} from './params.ts';
import { ownText, valueAt, type WrongEntries } from './parts.ts';
import { dayAfter, daysBetween, dayOf, stopOn } from './rulings.ts';
import { mapView } from './view.ts';

const written = ['controls', 'parts', 'table', 'title', 'note', 'scale', 'status', 'asof', 'summary', 'sources', 'poster'] as const; // prettier-ignore

/** Makes the map work: lines and chips follow the date, the verdict follows the reader's own chip. */
export function workMap(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<MapParameters, MapData>,
): MountedWidget<MapParameters> {
  const say = phrases(strings, 'threshold-map');
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const values = signal<MapValues>(params);
  const wrong = signal<WrongEntries>({});
  /** While a slider or the ring moves, only the drawing that shows follows. */
  let moving = false;
  const shown: Partial<Record<(typeof written)[number], string>> = {};
  const morph = (name: 'controls' | 'parts' | 'table' | 'sources', html: string) => {
    if (shown[name] === html) return;
    shown[name] = html;
    morphInto(slots[name], html);
  };
  let revealed: string | undefined;
  /** On a phone the row of days is longer than the screen: it is pushed to the day that holds. */
  const reveal = (rule: string) => {
    if (revealed === rule) return;
    revealed = rule;
    const day = slots.controls.querySelector<HTMLElement>('[data-date][aria-current="true"]');
    const row = day?.parentElement;
    if (day && row)
      row.scrollLeft += day.getBoundingClientRect().left - row.getBoundingClientRect().left - 40;
  };
  const redraw = (drawings: readonly string[]) => {
    const old = [...slots.poster.querySelectorAll('svg')];
    if (!moving || old.length !== drawings.length) slots.poster.innerHTML = drawings.join('');
    else
      old.forEach((svg, i) => {
        if (svg.getClientRects().length > 0) svg.outerHTML = drawings[i]!;
      });
  };

  const stop = effect(() => {
    const now = values.value;
    const view = mapView(say, data, now, newTab, wrong.value);
    morph('controls', view.controls);
    reveal(stopOn(data, dayOf(data, now))?.rule ?? '');
    morph('parts', view.parts);
    // A field keeps what a reader typed or slid, so its value is set as well as its attribute.
    for (const place of [slots.controls, slots.parts])
      for (const field of place.querySelectorAll('input')) {
        const wanted = field.getAttribute('value')!;
        if (field.value !== wanted) field.value = wanted;
      }
    morph('table', view.table);
    morph('sources', sourcesHtml(view.sources, newTab).html);
    const drawn = [...slots.poster.querySelectorAll('svg')].map((svg) => svg.dataset['drawn']);
    if (moving || drawn.some((one) => one !== drawnState(parameters, now))) redraw(view.drawings);
    const plain = { title: view.title, note: view.note, scale: view.scale, status: view.status, asof: view.asOf, summary: view.summary }; // prettier-ignore
    for (const [name, text] of Object.entries(plain)) {
      const place = slots[name as keyof typeof plain];
      if (place.textContent !== text) place.textContent = text;
    }
  });

  /** The state of which was last spoken. */
  let spoken = values.peek();
  const set = (changed: Partial<MapValues>, discrete: boolean, speak: 'own' | 'day' | null) => {
    moving = speak === null;
    batch(() => {
      values.value = { ...values.peek(), ...changed };
      const kept = Object.entries(wrong.peek()).filter(([name]) => !(name in changed));
      wrong.value = Object.fromEntries(kept);
    });
    const now = values.peek();
    host.change(now, { discrete });
    if (!speak) return;
    const state = mapState(say, data, now);
    host.announce(speak === 'own' ? ownText(say, state) : dayText(say, mapState(say, data, spoken), state));
    spoken = now;
  };
  /** A day of the slider; its last is the newest known. */
  const toDay = (step: number, speak: boolean) => {
    const day = dayAfter(data.first, step);
    set({ date: day === data.last ? 'latest' : day }, false, speak ? 'day' : null);
  };
  const toOwn = (tpp: number, density: number, speak: boolean) => {
    const clamp = (value: number, { low, high }: { low: number; high: number }) =>
      Math.min(high, Math.max(low, value));
    set(
      {
        tpp: String(clamp(Math.round(tpp), mapRange.tpp)),
        density: String(Math.round(clamp(density, mapRange.density) * 100) / 100),
      },
      false,
      speak ? 'own' : null,
    );
  };

  const onSlide = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const ends = event.type === 'change';
    const now = ownPlace(values.peek()) ?? middling;
    if (field.name === 'day') toDay(Number(field.value), ends);
    else if (field.name === 'tpp-step') toOwn(valueAt('tpp', Number(field.value)), now.density, ends);
    else if (field.name === 'density-step') toOwn(now.tpp, valueAt('density', Number(field.value)), ends);
    else if (ends) write(field);
  };
  /** A number that was typed; one that cannot be used stays where it is, with a word on what can. */
  const write = (field: HTMLInputElement) => {
    const name = field.name as 'tpp' | 'density';
    const text = field.value.trim();
    if (text === '' && !field.validity.badInput) return takeAway();
    const value = name === 'tpp' ? readTpp(text) : readDensity(text);
    const now = ownPlace(values.peek()) ?? middling;
    if (value !== null) {
      const typed = name === 'tpp' ? { ...now, tpp: value } : { ...now, density: value };
      return set({ tpp: String(typed.tpp), density: String(typed.density) }, false, 'own');
    }
    wrong.value = { ...wrong.peek(), [name]: text };
    const { low, high } = mapRange[name];
    host.announce(say(`own.wrong-${name}`, { low: formatNumber(low), high: formatNumber(high) }));
  };
  const takeAway = () => {
    wrong.value = {};
    set({ tpp: 'none', density: 'none' }, true, 'own');
  };
  /** By keys the slider goes from one day on which something changes to the next. */
  const days =
    [...new Set([data.first, ...data.stops.map(({ from }) => from), ...data.chips.flatMap(({ chip }) => chip.released ?? []), data.last])] // prettier-ignore
      .filter((day) => day >= data.first && day <= data.last)
      .sort();
  const onKey = (event: KeyboardEvent) => {
    if ((event.target as HTMLInputElement).name !== 'day') return;
    const day = dayOf(data, values.peek());
    const forth = event.key === 'ArrowRight' || event.key === 'ArrowUp';
    if (!forth && event.key !== 'ArrowLeft' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const next = forth ? days.find((one) => one > day) : days.findLast((one) => one < day);
    if (next) toDay(daysBetween(data.first, next), true);
  };

  /** Pixels of the drawing on the screen to TPP and density. */
  const place = (event: MouseEvent) => {
    const svg = [...slots.poster.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);
    const turned = svg?.getScreenCTM()?.inverse();
    if (!svg || !turned) return null;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned);
    const plane = mapPlane(svg.viewBox.baseVal);
    const within =
      point.x >= plane.left && point.x <= plane.right && point.y >= plane.top && point.y <= plane.bottom;
    // Three digits are as fine as a pointer is.
    const round = (value: number) => Number(value.toPrecision(3));
    return { tpp: round(plane.x.invert(point.x)), density: round(plane.y.invert(point.y)), within };
  };
  let dragging = false;
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointerdown') {
      if (!(
        event.target instanceof Element &&
        event.target.matches('.cliff-hold, .cliff-hold + *, .cliff-hold + * + *')
      ))
        return;
      dragging = true;
      slots.poster.setPointerCapture(event.pointerId);
    }
    if (!dragging) return;
    const there = place(event);
    const ends = event.type === 'pointerup' || event.type === 'pointercancel';
    if (there && event.type !== 'pointercancel') toOwn(there.tpp, there.density, ends);
    if (ends) dragging = false;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const { date, chips, use, own } = target.closest<HTMLElement>('button')?.dataset ?? {};
    if (date) set({ date }, true, 'day');
    else if (chips) set({ chips: chips as MapValues['chips'] }, true, 'day');
    else if (use) set({ datacentre: use === 'on' }, true, 'own');
    else if (own) {
      takeAway();
      // The button is gone with the chip.
      slots.parts.querySelector<HTMLInputElement>('input[name="tpp"]')?.focus();
    } else if (slots.poster.contains(target)) {
      const there = place(event);
      if (there?.within) toOwn(there.tpp, there.density, true);
    }
  };
  const pointers = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
  for (const type of pointers) slots.poster.addEventListener(type, onPointer);
  const clicked = [slots.controls, slots.parts, slots.poster];
  for (const one of clicked) one.addEventListener('click', onClick);
  const slid = [slots.controls, slots.parts];
  for (const one of slid) for (const type of ['input', 'change']) one.addEventListener(type, onSlide);
  slots.controls.addEventListener('keydown', onKey);

  return {
    update(next) {
      moving = false;
      spoken = next;
      batch(() => {
        wrong.value = {};
        values.value = next;
      });
    },
    dispose() {
      stop();
      for (const type of pointers) slots.poster.removeEventListener(type, onPointer);
      for (const one of clicked) one.removeEventListener('click', onClick);
      for (const one of slid) for (const type of ['input', 'change']) one.removeEventListener(type, onSlide);
      slots.controls.removeEventListener('keydown', onKey);
      for (const [one, html] of asBuilt) one.innerHTML = html;
    },
  };
}
