import { pageAddress } from './address.ts';
import { announcer } from './announcer.ts';
import type { WidgetProblem } from './declaration.ts';
import {
  printParameters,
  printValue,
  readParameters,
  withDefaults,
  type ParameterProblem,
  type ParameterValues,
} from './parameter.ts';
import { fetchFigure, figureData } from './figureData.ts';
import { problemBoard } from './problemBoard.ts';
import type { SelectDetail, StateDetail } from './figureEvents.ts';
import { loadWidget } from './registry.ts';
import { slot } from './slot.ts';
import { takeIt } from './takeIt.ts';

/** A figure at work: its HTML, its widget and its share of the address, joined. */
export interface LiveFigure {
  start(): void;
  pause(): void;
  resume(): void;
  dispose(): void;
  /** Sets some parameters from outside, by their plain keys. What cannot be used is shown and returned. */
  drive(query: URLSearchParams): ParameterProblem[];
  /** Shows a message in the figure. */
  show(problem: WidgetProblem): void;
  /** All parameters, printed. */
  state(): Readonly<Record<string, string>>;
}

/** Loads a figure's widget, reads its state from the address and mounts it. Throws on an unregistered widget. */
export async function bringToLife(element: HTMLElement): Promise<LiveFigure> {
  const id = element.getAttribute('widget') ?? '';
  const name = element.getAttribute('name') ?? id;
  const context = element.getAttribute('context') ?? 'article';
  const { declaration, mount } = await loadWidget(id);
  const { start, data, strings, file } = figureData(element, name);
  const figure = element.querySelector('figure')!;

  const declarations = withDefaults(declaration.parameters, start);
  const address = pageAddress(declarations, context === 'article' ? `${name}.` : '');
  const announce = announcer(slot(figure, 'live'));
  const board = problemBoard(slot(figure, 'problem'), strings);
  const tell = (type: string, detail: object) =>
    element.dispatchEvent(
      new CustomEvent(`supernode:${type}`, { bubbles: true, detail: { figure: name, ...detail } }),
    );
  const show = (problem: WidgetProblem) => {
    const sentence = board.add(problem);
    announce(sentence);
    tell('error', { problem, sentence });
  };

  const first = address.read();
  let values = first.values;
  let started = false;
  let moving: boolean | undefined;

  const state = () =>
    Object.fromEntries(Object.keys(declarations).map((key) => [key, printValue(values[key]!)]));
  const tellState = () => tell('state', { parameters: state() } satisfies Omit<StateDetail, 'figure'>);
  const set = (next: ParameterValues, push: boolean) => {
    values = next;
    board.clearParameters();
    address.write(values, push && context !== 'embed');
    tellState();
  };

  const widget = mount(figure, {
    params: values,
    data,
    strings,
    ...(file !== undefined && { later: () => fetchFigure(file) }),
    host: {
      change: (changed, { discrete }) => set({ ...values, ...changed } as ParameterValues, discrete),
      announce,
      select: (part) => tell('select', { part } satisfies Omit<SelectDetail, 'figure'>),
      error: show,
    },
  });
  const stopTaking = takeIt(element, {
    strings,
    title: declaration.title,
    query: () => printParameters(declaration.parameters, values),
    state,
    still: () => widget.still?.(),
    announce,
  });

  const restore = () => {
    const { values: past, problems } = address.read();
    values = past;
    board.clearParameters();
    problems.forEach(show);
    widget.update(values);
    tellState();
  };
  addEventListener('popstate', restore);
  first.problems.forEach(show);
  element.dataset['live'] = '';
  tell('ready', { parameters: state() });
  tellState();

  return {
    state,
    show,
    start() {
      if (started || !widget.start) return;
      started = true;
      Promise.resolve(widget.start()).catch((reason: unknown) => {
        show({ message: strings['widget.no-3d'] ?? String(reason) });
        tell('fallback', { reason: String(reason) });
      });
    },
    pause() {
      if (moving !== false) widget.pause?.();
      moving = false;
    },
    resume() {
      if (moving === false) widget.resume?.();
      moving = true;
    },
    drive(query) {
      const keys = [...query.keys()];
      const known = Object.fromEntries(Object.entries(declarations).filter(([key]) => keys.includes(key)));
      const { values: asked, problems } = readParameters(known, query);
      for (const key of keys.filter((key) => !(key in declarations))) {
        const allowed = Object.keys(declarations).join(', ');
        problems.push({ parameter: key, value: query.get(key)!, allowed });
      }
      const unusable = new Set(problems.map(({ parameter }) => parameter));
      const usable = Object.entries(asked).filter(([key]) => !unusable.has(key));
      set({ ...values, ...Object.fromEntries(usable) }, true);
      problems.forEach(show);
      widget.update(values);
      return problems;
    },
    dispose() {
      removeEventListener('popstate', restore);
      address.stop();
      announce.stop();
      stopTaking();
      board.clear();
      widget.dispose();
      delete element.dataset['live'];
    },
  };
}
