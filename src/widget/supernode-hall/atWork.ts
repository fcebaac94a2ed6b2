import { effect } from '@preact/signals-core';
import { readPartPath, type PartPath } from '../../model/hardware/partPath.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { stageFigure } from '../stageFigure.ts';
import { change, picked } from './announcement.ts';
import type { Move } from './controls.ts';
import type { HallData } from './hallData.ts';
import { parameters, type HallParameters, type HallValues } from './params.ts';
import { hallPictures, moves, type ShownHall, type WalkingScene } from './stage.ts';
import { hallState } from './state.ts';
import { rootKey } from './tree.ts';
import { revealLine, treeClick, treeKey } from './treeKeys.ts';
import { drawingWords, hallView } from './view.ts';
import { wordsFrom } from './words.ts';

/** Makes a supernode's figure work: every word, list and table follows the state, and the state follows them. */
export function workHall(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<HallParameters, HallData>,
): MountedWidget<HallParameters> {
  const words = wordsFrom(
    strings,
    figure.closest<HTMLElement>('supernode-figure')?.dataset['language'] ?? 'en',
  );
  const { state, allowed } = hallState(data, params);
  let treeFocus: string | null = null;
  const complain = (allowed: string | null, part: string) => {
    if (allowed !== null) host.error({ parameter: 'part', value: part, allowed });
  };

  /** Carries out a verb; where it changed something, tells the page and the reader. */
  const act = (verb: () => boolean, discrete = true): boolean => {
    const before = state.values.peek();
    if (!verb()) return false;
    const after = state.values.peek();
    host.change(after, { discrete });
    host.announce(change(words, state, before));
    if (before.part !== after.part) host.select(picked(state));
    return true;
  };
  const pathOfKey = (key: string): PartPath =>
    key === rootKey ? [] : readPartPath(state.standing.peek().machine, key);

  const verbs: Readonly<Record<string, () => unknown>> = {
    'go-in': () => act(state.goIn) || host.announce(words.say('said.nothing-further')),
    'come-out': () => act(state.comeOut) || host.announce(words.say('said.outermost')),
    latest: () => void act(() => state.set({ asof: 'latest' })),
    explore: () => hall.explore(!hall.around.exploring),
  };
  const tree = {
    pick: (key: string) => {
      const isClass = pathOfKey(key).at(-1)?.ordinal === null;
      if (isClass && !state.opened.peek().has(key)) state.toggle(key);
      if (!act(() => state.select(pathOfKey(key)))) host.announce(words.say('said.nothing-further'));
    },
    toggle: state.toggle,
    focus: (key: string) => {
      treeFocus = key;
      for (const line of parts.querySelectorAll<HTMLElement>('[role="treeitem"]')) {
        line.tabIndex = line.dataset['key'] === key ? 0 : -1;
      }
    },
  };

  const hall = stageFigure<HallParameters, ShownHall, WalkingScene>(figure, host, {
    parameters,
    say: words.say,
    values: () => state.values.peek(),
    shown: () => ({ props: state.props.peek(), words: drawingWords(words, data, state) }),
    view: (around) => hallView(words, data, state, { ...around, treeFocus }),
    ...hallPictures((path) => act(() => (path.length === 0 ? state.letGo() : state.select(path)))),
    click(event) {
      treeClick(event, tree);
      const {
        set,
        value,
        flag,
        do: verb,
      } = (event.target as Element).closest<HTMLElement>('button')?.dataset ?? {};
      if (set === 'system') act(() => state.setSystem(value as HallValues['system']));
      else if (set === 'chips') act(() => state.setSystem(state.values.peek().system, Number(value)));
      else if (set === 'level') act(() => state.setLevel(value as HallValues['level']));
      else if (set === 'view') act(() => state.set({ view: value as HallValues['view'] }));
      else if (flag) act(() => state.set({ [flag]: !state.values.peek()[flag as 'xray'] }));
      else if (verb) (verbs[verb] ?? (() => hall.move(verb, moves[verb as Move])))();
    },
    key: (event) => (event.key === 'Escape' ? act(state.comeOut) : treeKey(event, tree)),
  });
  const { parts } = hall.places.slots;

  let shown = state.props.peek();
  let last = '';
  const stop = effect(() => {
    const props = state.props.value;
    void state.opened.value;
    const { part } = state.values.value;
    const moved = part !== last;
    last = part;
    if (moved) treeFocus = null;
    hall.write();
    const line = parts.querySelector<HTMLElement>('[aria-selected="true"]');
    if (moved && line) revealLine(line);
    if (props !== shown) hall.stage.show({ props, words: drawingWords(words, data, state) });
    shown = props;
  });
  complain(allowed, params.part);
  if (state.values.peek().part !== '') host.select(picked(state));

  return hall.mounted((next) => {
    const before = state.values.peek();
    const allowed = state.take(next);
    const { part } = state.values.peek();
    // The part went along to another machine: the address should say where.
    if (part !== next.part && allowed === null) {
      host.change({ part }, { discrete: false });
    }
    complain(allowed, next.part);
    host.announce(change(words, state, before));
    host.select(picked(state));
  }, stop);
}
