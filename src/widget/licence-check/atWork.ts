import { effect, signal } from '@preact/signals-core';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { drawnState } from '../lateMount.ts';
import { morphInto } from '../morph.ts';
import { allowedText, readParameters, readValue, type Parameter, type ParameterValue } from '../parameter.ts';
import { phrases } from '../phrases.ts';
import { slot } from '../slot.ts';
import { sourcesHtml } from '../sourceLines.ts';
import { askAll } from './asked.ts';
import type { CheckData } from './checkData.ts';
import { fieldText } from './controls.ts';
import { parameters, type CheckParameters, type CheckValues } from './params.ts';
import { answerSentence } from './parts.ts';
import { checkView } from './view.ts';

const written = ['controls', 'parts', 'table', 'title', 'note', 'scale', 'status', 'asof', 'summary', 'sources', 'poster'] as const; // prettier-ignore

/** Figures of one's own that a reader may leave empty. */
const figures = ['tops', 'area', 'io', 'dram'];

/** What a field says, as it stands in the address: an empty one is a figure not known, or no second day. */
const fieldValue = ({ name, value }: HTMLInputElement | HTMLSelectElement): string =>
  value.trim() || (figures.includes(name) ? 'unknown' : name === 'compare' ? 'none' : '');

interface Wrong {
  readonly name: string;
  readonly text: string;
  readonly said: string;
}

/** Keeps in its field what cannot be used, and says beside it what can. */
function markWrong(controls: HTMLElement, { name, text, said }: Wrong): void {
  const field = controls.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (!field) return;
  const note = field.ownerDocument.createElement('em');
  note.id = `licence-check-wrong-${name}`;
  note.className = 'check-wrong';
  note.textContent = said;
  field.value = text;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', note.id);
  field.closest('label')?.after(note);
}

/** Makes the figure work: every word and gate follows the state, and the state follows the controls. */
export function workCheck(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<CheckParameters, CheckData>,
): MountedWidget<CheckParameters> {
  const say = phrases(strings, 'licence-check');
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const values = signal<CheckValues>(params);
  /** What a reader typed that is no value, with what is allowed there. */
  const wrong = signal<Wrong | null>(null);
  let answered = '';

  const stop = effect(() => {
    const view = checkView(say, data, values.value, newTab);
    morphInto(slots.controls, view.controls);
    // A field keeps what a reader typed into it, so its value is set as well as its attribute.
    for (const field of slots.controls.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input, select',
    ))
      field.value = fieldText(data, values.value, field.name as keyof CheckValues);
    if (wrong.value) markWrong(slots.controls, wrong.value);
    morphInto(slots.parts, view.parts);
    // Another answer is read from its beginning.
    if (answered !== view.parts) slots.parts.scrollTop = 0;
    answered = view.parts;
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
    const { asked } = askAll(say, data, values.peek());
    host.announce(asked.map((one) => answerSentence(say, values.peek(), one)).join(' '));
  };
  const set = (changed: Readonly<Record<string, ParameterValue>>, discrete: boolean) => {
    if (wrong.peek() && wrong.peek()!.name in changed) wrong.value = null;
    values.value = { ...values.peek(), ...changed } as CheckValues;
    host.change(values.peek(), { discrete });
    announce();
  };
  const onClick = (event: MouseEvent) => {
    const text = (event.target as Element).closest<HTMLElement>('button')?.dataset['set'];
    if (text === undefined) return;
    const query = new URLSearchParams(text);
    const read = readParameters(parameters, query).values;
    set(Object.fromEntries([...query.keys()].map((key) => [key, read[key as keyof CheckValues]])), true);
  };
  const onChange = (event: Event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    const parameter: Parameter = parameters[field.name as keyof CheckParameters];
    const text = fieldValue(field);
    const value = readValue(parameter, text);
    if (value !== undefined) return set({ [field.name]: value }, field instanceof HTMLSelectElement);
    const said = say('wrong', {
      field: say(`group.${field.name}`),
      value: text || say('word.none'),
      allowed: allowedText(parameter),
    });
    wrong.value = { name: field.name, text: field.value, said };
    host.announce(said);
  };
  slots.controls.addEventListener('click', onClick);
  slots.controls.addEventListener('change', onChange);

  return {
    update(next) {
      wrong.value = null;
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
