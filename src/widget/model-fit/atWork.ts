import { effect, signal } from '@preact/signals-core';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { drawnState } from '../lateMount.ts';
import { morphInto } from '../morph.ts';
import { allowedText, readValue, type Parameter, type ParameterValue } from '../parameter.ts';
import { phrases } from '../phrases.ts';
import { slot } from '../slot.ts';
import { sourcesHtml } from '../sourceLines.ts';
import type { FitData } from './fitData.ts';
import { parameters, type FitParameters, type FitValues } from './params.ts';
import { reckon } from './reckon.ts';
import { fitView, hopText, machinesShown, modelName } from './view.ts';

const written = ['controls', 'parts', 'table', 'title', 'note', 'scale', 'status', 'asof', 'summary', 'sources', 'poster'] as const; // prettier-ignore

/** Makes the figure work: every word and square follows the state, and the state follows the controls. */
export function workFit(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<FitParameters, FitData>,
): MountedWidget<FitParameters> {
  const say = phrases(strings, 'model-fit');
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const values = signal<FitValues>(params);

  const stop = effect(() => {
    const view = fitView(say, data, values.value, newTab);
    morphInto(slots.controls, view.controls);
    // A field keeps what a reader typed into it, so its value is set as well as its attribute.
    for (const field of slots.controls.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input, select',
    ))
      field.value = String(values.value[field.name as keyof FitValues]);
    morphInto(slots.parts, view.parts);
    morphInto(slots.table, view.table);
    morphInto(slots.sources, sourcesHtml(view.sources, newTab).html);
    const drawn = slots.poster.querySelector('svg')?.dataset['drawn'];
    if (drawn !== drawnState(parameters, values.value)) slots.poster.innerHTML = view.drawings.join('');
    const plain = { title: view.title, note: view.note, scale: view.scale, status: view.status, asof: view.asOf, summary: view.summary }; // prettier-ignore
    for (const [name, text] of Object.entries(plain)) {
      const place = slots[name as keyof typeof plain];
      if (place.textContent !== text) place.textContent = text;
    }
  });

  const announce = () => {
    const one = reckon(data, values.peek());
    const count = say('chips', { chips: one.fit.chips, chip: one.chip.name });
    const hop = machinesShown(values.peek()) ? ` ${hopText(say, one)}` : '';
    host.announce(`${modelName(say, data, values.peek())}: ${count}.${hop}`);
  };
  const set = (name: string, value: ParameterValue, discrete: boolean) => {
    values.value = { ...values.peek(), [name]: value } as FitValues;
    host.change(values.peek(), { discrete });
    announce();
  };
  const onClick = (event: MouseEvent) => {
    const { set: name, value } = (event.target as Element).closest<HTMLElement>('button')?.dataset ?? {};
    if (name && value) set(name, value, true);
  };
  const onChange = (event: Event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    const parameter: Parameter = parameters[field.name as keyof FitParameters];
    const value = readValue(parameter, field.value.trim());
    if (value !== undefined) return set(field.name, value, field instanceof HTMLSelectElement);
    const wrong = field.value;
    set(field.name, parameter.default, false);
    host.error({ parameter: field.name, value: wrong, allowed: allowedText(parameter) });
  };
  slots.controls.addEventListener('click', onClick);
  slots.controls.addEventListener('change', onChange);

  return {
    update(next) {
      values.value = next;
      announce();
    },
    dispose() {
      stop();
      slots.controls.removeEventListener('click', onClick);
      slots.controls.removeEventListener('change', onChange);
      for (const [one, html] of asBuilt) one.innerHTML = html;
    },
  };
}
