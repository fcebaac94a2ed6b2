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
import { embedKeys } from './foreignKeys.ts';
import { fetchFigure, figureData } from './figureData.ts';
import { LoadFailure, loading } from './loadFailure.ts';
import type { ProblemBoard } from './problemBoard.ts';
import type { SelectDetail, StateDetail } from './figureEvents.ts';
import { loadWidget } from './registry.ts';
import { slot } from './slot.ts';
import { takeIt } from './takeIt.ts';

/** A figure at work: its HTML, its widget and its share of the address, joined. */
export interface LiveFigure {
  /** Begins the 3D scene. What the browser refused before is asked for again only where somebody meant it. */
  start(meant: boolean): void;
  pause(): void;
  resume(): void;
  /** Gives the 3D scene and its context back; the state stays. */
  release(): void;
  dispose(): void;
  /** Sets some parameters from outside, by their plain keys. What cannot be used is shown and returned. */
  drive(query: URLSearchParams): ParameterProblem[];
  /** Shows messages in the figure and says them all. */
  show(problems: readonly WidgetProblem[]): void;
  /** All parameters, printed. */
  state(): Readonly<Record<string, string>>;
}

/** Whether this browser gives a WebGL 2 context at this moment. Keeps none. */
function givesWebgl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/**
 * Loads a figure's widget, reads its state from the address and mounts it.
 * @param board where messages to the reader stand
 * @throws `LoadFailure` where the widget's code does not come, and an error on an unregistered widget
 */
export async function bringToLife(element: HTMLElement, board: ProblemBoard): Promise<LiveFigure> {
  const id = element.getAttribute('widget') ?? '';
  const name = element.getAttribute('name') ?? id;
  const context = element.getAttribute('context') ?? 'article';
  const { declaration, mount } = await loading('code', () => loadWidget(id));
  const { start, data, strings, file } = figureData(element, name);
  const figure = element.querySelector('figure')!;

  const declarations = withDefaults(declaration.parameters, start);
  const prefix = context === 'article' ? `${name}.` : '';
  const address = pageAddress(declarations, prefix, context === 'embed' ? embedKeys : []);
  const announce = announcer(slot(figure, 'live'));
  const tell = (type: string, detail: object) =>
    element.dispatchEvent(
      new CustomEvent(`supernode:${type}`, { bubbles: true, detail: { figure: name, ...detail } }),
    );
  const show = (problems: readonly WidgetProblem[]) => {
    const told = problems.map((problem) => ({ problem, sentence: board.add(problem) }));
    if (told.length > 0) announce.must(told.map(({ sentence }) => sentence).join(' '));
    for (const one of told) tell('error', one);
  };
  const failed = (reason: unknown, again: () => void) => {
    if (!(reason instanceof LoadFailure)) return reportError(reason);
    const { what } = reason;
    const sentence = board.fail(what, strings[`widget.failed-${what}`] ?? reason.message, again);
    if (sentence === null) return;
    announce.must(sentence);
    tell('error', { problem: { message: sentence }, sentence });
  };

  const first = address.read();
  let values = first.values;
  /** The scene: not asked for, on its way or there, or refused by the browser. */
  let scene: 'none' | 'begun' | 'refused' = 'none';
  let moving: boolean | undefined;

  const state = () =>
    Object.fromEntries(Object.keys(declarations).map((key) => [key, printValue(values[key]!)]));
  const tellState = () => tell('state', { parameters: state() } satisfies Omit<StateDetail, 'figure'>);
  const set = (next: ParameterValues, push: boolean, scrolled = false) => {
    const changed = Object.keys(next).filter((key) => next[key] !== values[key]);
    values = next;
    if (!scrolled) board.settle(changed.flatMap((key) => [key, prefix + key]));
    address.write(values, push && context !== 'embed');
    tellState();
  };
  /** There is no 3D, for good or until somebody asks again: said once, in one message. */
  const refuse = (key: 'no-3d' | 'gone-3d') => {
    if (scene === 'refused') return;
    scene = 'refused';
    const sentence = board.add({ message: strings[`widget.${key}`] ?? key });
    announce.must(sentence);
    tell('fallback', { sentence });
  };
  const begin = async () => {
    scene = 'begun';
    try {
      await widget.start!();
      board.recover('scene');
      board.withdraw([strings['widget.no-3d'], strings['widget.gone-3d']]);
    } catch (reason) {
      if (!(reason instanceof LoadFailure)) return refuse('no-3d');
      scene = 'none';
      failed(reason, () => void begin());
    }
  };

  const widget = mount(figure, {
    params: values,
    data,
    strings,
    ...(file !== undefined && { later: () => fetchFigure(file) }),
    host: {
      change: (changed, { discrete, scrolled }) =>
        set({ ...values, ...changed } as ParameterValues, discrete, scrolled),
      announce,
      select: (part) => tell('select', { part } satisfies Omit<SelectDetail, 'figure'>),
      error: (problem) => show([problem]),
      failed,
      loaded() {
        board.recover('code');
        board.recover('data');
      },
      sceneGone() {
        widget.release?.();
        refuse('gone-3d');
      },
    },
  });
  const stopTaking = takeIt(element, {
    strings,
    title: declaration.title,
    query: () => printParameters(declaration.parameters, values),
    state,
    still: () => widget.still?.(),
    announce,
    failed,
    loaded: () => board.recover('code'),
  });

  const restore = () => {
    const { values: past, problems } = address.read();
    values = past;
    board.settle();
    widget.update(values);
    show(problems);
    tellState();
  };
  addEventListener('popstate', restore);
  show(first.problems);
  element.dataset['live'] = '';
  tell('ready', { parameters: state() });
  tellState();

  return {
    state,
    show,
    start(meant) {
      if (!widget.start || scene === 'begun') return;
      if (scene === 'refused' && (!meant || !givesWebgl())) return;
      void begin();
    },
    release() {
      if (scene !== 'begun') return;
      scene = 'none';
      widget.release?.();
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
      const allowed = Object.keys(declarations).join(', ');
      for (const key of keys)
        if (!(key in declarations))
          problems.push({ parameter: key, value: query.get(key)!, allowed, unknown: true });
      const unusable = new Set(problems.map(({ parameter }) => parameter));
      const usable = Object.fromEntries(Object.entries(asked).filter(([key]) => !unusable.has(key)));
      board.settle(Object.keys(usable).flatMap((key) => [key, prefix + key]));
      set({ ...values, ...usable }, true);
      widget.update(values);
      const told = problems.map((problem) =>
        problem.unknown ? problem : { ...problem, kept: true as const },
      );
      show(told);
      return told;
    },
    dispose() {
      removeEventListener('popstate', restore);
      address.stop();
      announce.stop();
      stopTaking();
      widget.dispose();
      delete element.dataset['live'];
    },
  };
}
