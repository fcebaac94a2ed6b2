import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { isInSight, scrolling } from '../inSight.ts';
import { drawnState } from '../drawnState.ts';
import { allowedText, readParameters, readValue, type Parameter, type ParameterDeclarations, type ParameterValue, type ParameterValues } from '../parameter.ts'; // prettier-ignore
import { phrases } from '../phrases.ts';
import { figurePlaces } from '../places.ts';
import type { Change, Chart, ChartGestures, ChartTexts, ChartWork } from './chart.ts';
import { fieldKeeper, fieldsIn, markWrong, type Field } from './fields.ts';
import { followPointer } from './pointer.ts';

/** Draws what the poster shows anew where it is of another state; while a gesture lasts, the drawing in sight alone. */
function redraw(poster: HTMLElement, state: string, drawings: ChartTexts['drawings'], moving: boolean): void {
  const old = [...poster.querySelectorAll<SVGElement>('svg[data-drawn]')];
  if (old.length > 0 && old.every((svg) => svg.dataset['drawn'] === state)) return;
  const drawn = typeof drawings === 'function' ? drawings() : drawings;
  if (!moving || old.length !== drawn.length) poster.innerHTML = drawn.join('');
  else
    old.forEach((svg, i) => {
      if (svg.getClientRects().length > 0) svg.outerHTML = drawn[i]!;
    });
}

/** Makes a figure work: what a file `atWork.ts` exports. */
export type Worker<D extends ParameterDeclarations, Data> = (
  figure: HTMLElement,
  context: WidgetContext<D, Data>,
) => MountedWidget<D>;

/**
 * Makes a chart work in a figure's HTML: every word and line follows the state, and the state follows the reader.
 * Its first state is `context.params`, whatever the reader had set by then. Throws where the HTML lacks a place.
 */
export const chartWorker =
  <D extends ParameterDeclarations, Data>(chart: Chart<D, Data>): Worker<D, Data> =>
  (figure, context) =>
    workChart(figure, context, chart);

function workChart<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<D, Data>,
  chart: Chart<D, Data>,
): MountedWidget<D> {
  const say = phrases(strings, chart.id);
  const places = figurePlaces(figure);
  const { controls, parts, poster } = places.slots;
  const reached = [controls, parts];
  const keepFields = fieldKeeper(reached);
  const ended = new AbortController();
  const checked = (next: ParameterValues<D>) => chart.checked?.(say, data, next, host.error) ?? next;
  const wrong = new Map<string, { text: string; note: string }>();
  let values = checked(params);
  /** The state when nothing was moving last. */
  let rested = values;
  let gestures: ChartGestures = {};

  const write = (moving = false) => {
    const entries = Object.fromEntries([...wrong].map(([name, { text }]) => [name, text]));
    const view = chart.view(say, data, values, places.newTab, entries);
    const changed = places.write(view);
    keepFields();
    for (const field of fieldsIn(reached)) {
      const { text, note } = wrong.get(field.name) ?? {};
      if (text === undefined || !note) continue;
      markWrong(field, text, note, `${chart.id}-wrong-${field.name}`);
      places.forget('controls');
      places.forget('parts');
    }
    redraw(poster, drawnState(chart.parameters, values), view.drawings, moving);
    gestures.written?.(changed);
  };
  const speak = (set: readonly string[], said = chart.said?.(say, data, values, { rested, set })) => {
    rested = values;
    if (said) host.announce(said);
  };
  const set = (changed: Partial<ParameterValues<D>>, change: Change = {}) => {
    const { discrete = true, moving = false } = change;
    for (const name of Object.keys(changed)) wrong.delete(name);
    values = { ...values, ...changed };
    write(moving);
    host.change(values, { discrete });
    if (moving) return;
    speak(Object.keys(changed), change.said);
    if (discrete && chart.bringsDrawing && !isInSight(poster))
      poster.scrollIntoView({ block: 'center', behavior: scrolling() });
  };
  const setAll = (query: URLSearchParams) => {
    const read = readParameters(chart.parameters, query).values as Record<string, ParameterValue>;
    const known = [...query.keys()].filter((key) => key in chart.parameters);
    set(Object.fromEntries(known.map((key) => [key, read[key]])) as Partial<ParameterValues<D>>);
  };
  const keep = (name: string, text: string, note: string, said: string) => {
    wrong.set(name, { text, note });
    write();
    host.announce(said);
  };
  const take = (field: Field, parameter: Parameter, moving: boolean) => {
    const typed = field.value.trim();
    const text = chart.typed?.(field.name, typed) ?? typed;
    const value = readValue(parameter, text);
    const one = (it: ParameterValue) => ({ [field.name]: it }) as Partial<ParameterValues<D>>;
    const discrete = field instanceof HTMLSelectElement;
    if (value !== undefined) return set(one(value), { discrete, moving });
    const problem = { parameter: field.name, value: field.value, allowed: allowedText(parameter) };
    const note = chart.wrongText?.(say, { ...problem, value: text });
    if (note === undefined) {
      set(one(parameter.default), { discrete: false });
      host.error(problem);
    } else keep(field.name, field.value, note, note);
  };

  const work: ChartWork<D, Data> = {
    say,
    data,
    host,
    slots: places.slots,
    get values() {
      return values;
    },
    set,
    refuse: (name, text, said) => keep(name, text, '', said),
  };
  gestures = chart.gestures?.(work) ?? {};
  const onClick = (event: MouseEvent) => {
    const given = (event.target as Element).closest<HTMLElement>('button')?.dataset ?? {};
    const own = Object.keys(gestures.buttons ?? {}).find((name) => given[name] !== undefined);
    const named = Object.keys(chart.parameters).find((name) => given[name] !== undefined);
    if (own !== undefined) gestures.buttons![own]!(given[own]!, given);
    else if (named !== undefined) setAll(new URLSearchParams([[named, given[named]!]]));
    else if (given['set'] !== undefined)
      setAll(new URLSearchParams(given['value'] === undefined ? given['set'] : [[given['set'], given['value']]])); // prettier-ignore
  };
  const onField = ({ type, target }: Event) => {
    const field = target as Field;
    const ends = type === 'change';
    const own = gestures.fields?.[field.name];
    const parameter: Parameter | undefined = chart.parameters[field.name];
    if (own) own(field as HTMLInputElement, ends);
    else if (parameter && (ends || field.type === 'range')) take(field, parameter, !ends);
  };
  const onKey = (event: KeyboardEvent) => {
    if (gestures.keys?.(event)) event.preventDefault();
  };
  const { signal } = ended;
  for (const place of reached) {
    place.addEventListener('click', onClick, { signal });
    place.addEventListener('keydown', onKey, { signal });
    for (const type of ['input', 'change']) place.addEventListener(type, onField, { signal });
  }
  if (gestures.drawing) followPointer(poster, gestures.drawing, signal);
  write();

  return {
    update(next) {
      wrong.clear();
      values = checked(next);
      write();
      speak([]);
    },
    dispose() {
      ended.abort();
      places.restore();
    },
  };
}
