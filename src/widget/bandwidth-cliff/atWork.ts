import { effect, signal } from '@preact/signals-core';
import { formatRounded } from '../../encoding/format.ts';
import { cliffRange, cliffScales } from '../../figure/bandwidth-cliff/chart.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { isInSight, scrolling } from '../inSight.ts';
import { drawnState } from '../lateMount.ts';
import { morphInto } from '../morph.ts';
import { phrases } from '../phrases.ts';
import { slot } from '../slot.ts';
import { sourcesHtml } from '../sourceLines.ts';
import type { CliffData } from './cliffData.ts';
import { drawnSystems, unannounced } from './lines.ts';
import { parameters, readGuess, systemIds, type CliffParameters, type CliffValues } from './params.ts';
import { cliffView, saidReading } from './view.ts';

const written = ['controls', 'parts', 'table', 'title', 'note', 'status', 'asof', 'summary', 'scale', 'sources', 'poster'] as const; // prettier-ignore

/** Makes the chart work: every word and line follows the state, and the state follows the reader. */
export function workCliff(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<CliffParameters, CliffData>,
): MountedWidget<CliffParameters> {
  const say = phrases(strings, 'bandwidth-cliff');
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const values = signal<CliffValues>(params);

  const stop = effect(() => {
    const view = cliffView(say, data, values.value, newTab);
    morphInto(slots.controls, view.controls);
    morphInto(slots.parts, view.parts);
    morphInto(slots.table, view.table);
    const drawn = slots.poster.querySelector('svg')?.dataset['drawn'];
    if (drawn !== drawnState(parameters, values.value)) slots.poster.innerHTML = view.drawings.join('');
    morphInto(slots.sources, sourcesHtml(view.sources, newTab).html);
    const plain = {
      title: view.title,
      note: view.note,
      status: view.status,
      asof: view.asOf,
      summary: view.summary,
      scale: view.scale,
    };
    for (const [name, text] of Object.entries(plain)) {
      const place = slots[name as keyof typeof plain];
      if (place.textContent !== text) place.textContent = text;
    }
  });

  const set = (changed: Partial<CliffValues>, discrete: boolean, said?: string) => {
    values.value = { ...values.peek(), ...changed };
    host.change(values.peek(), { discrete });
    if (said) host.announce(said);
    if (discrete && !isInSight(slots.poster))
      slots.poster.scrollIntoView({ block: 'center', behavior: scrolling() });
  };
  const guessText = (chips: number, bandwidth: number) =>
    say('said.guess', { chips, bandwidth: formatRounded(bandwidth) });
  const first = data.systems[0]!.steps[0]!.bandwidth / 1e9;
  const guess = (chips: number, bandwidth: number, speak: boolean) => {
    // The line may fall or go on, not rise.
    const [edge, level] = [Math.round(chips), Math.round(Math.min(bandwidth, first))];
    const text = `${edge},${level}`;
    if (readGuess(text)) set({ guess: text }, false, speak ? guessText(edge, level) : undefined);
  };
  const toggle = (id: string) => {
    const before = values.peek().systems.split(',');
    const wanted = systemIds.filter((one) => (one === id ? !before.includes(id) : before.includes(one)));
    if (wanted.length === 0) return host.announce(say('said.last'));
    const next = { ...values.peek(), systems: wanted.join(',') };
    const added = drawnSystems(say, data, next).find(({ system }) => system.id === id);
    const machine = say(`system.${id}`);
    const late = unannounced(data, next).some((one) => one.id === id);
    const shown = added ? saidReading(say, added) : say('said.off', { machine });
    set({ systems: next.systems }, true, late ? say('unannounced', { machine }) : shown);
  };
  const reveal = () => {
    const drawn = drawnSystems(say, data, { ...values.peek(), systems: systemIds[0] })[0];
    set({ view: 'answer' }, true, drawn && saidReading(say, drawn));
    slots.parts.querySelector<HTMLElement>('[data-do="again"]')?.focus({ preventScroll: true });
  };

  /** Pixels of the drawing on the screen to chips and GB/s. */
  const place = (event: PointerEvent) => {
    const svg = [...slots.poster.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);
    const turned = svg?.getScreenCTM()?.inverse();
    if (!svg || !turned) return null;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned);
    const { x, y } = cliffScales(svg.viewBox.baseVal, values.peek().scale);
    const clamp = (value: number, most: number) => Math.min(most, Math.max(1, value));
    return {
      chips: clamp(x.invert(point.x), cliffRange.chips),
      bandwidth: clamp(y.invert(point.y), cliffRange.most),
    };
  };
  let dragging = false;
  const onPointer = (event: PointerEvent) => {
    if (values.peek().view !== 'guess') return;
    const onHandle = event.target instanceof Element && event.target.matches('.cliff-hold, .cliff-handle');
    if (event.type === 'pointerdown') {
      if (!onHandle) return;
      dragging = true;
      slots.poster.setPointerCapture(event.pointerId);
    }
    if (!dragging) return;
    const there = place(event);
    const ends = event.type === 'pointerup' || event.type === 'pointercancel';
    if (there && event.type !== 'pointercancel') guess(there.chips, there.bandwidth, ends);
    if (ends) dragging = false;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const { system, scale, do: verb } = target.closest<HTMLElement>('button')?.dataset ?? {};
    if (system) toggle(system);
    else if (scale) set({ scale: scale as CliffValues['scale'] }, true, say(`said.${scale}`));
    else if (verb === 'show') reveal();
    else if (verb === 'again') set({ view: 'guess', guess: '' }, true, say('ask'));
    else if (verb === 'latest') set({ asof: 'latest' }, true);
    else if (slots.poster.contains(target) && values.peek().view === 'guess') {
      const there = place(event as PointerEvent);
      if (there) guess(there.chips, there.bandwidth, true);
    }
  };
  const fields = () => {
    const number = (name: string) =>
      Number(slots.parts.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value);
    const { chips, bandwidth } = { chips: number('chips'), bandwidth: number('bandwidth') };
    if (chips >= 1 || bandwidth >= 1)
      guess(chips >= 1 ? chips : cliffRange.chips, bandwidth >= 1 ? bandwidth : first, true);
  };
  const pointers = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
  for (const type of pointers) slots.poster.addEventListener(type, onPointer);
  const clicked = [slots.controls, slots.parts, slots.poster];
  for (const one of clicked) one.addEventListener('click', onClick);
  slots.parts.addEventListener('change', fields);

  return {
    update(next) {
      values.value = next;
    },
    dispose() {
      stop();
      for (const type of pointers) slots.poster.removeEventListener(type, onPointer);
      for (const one of clicked) one.removeEventListener('click', onClick);
      slots.parts.removeEventListener('change', fields);
      for (const [one, html] of asBuilt) one.innerHTML = html;
    },
  };
}
