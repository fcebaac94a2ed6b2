import { effect } from '@preact/signals-core';
import { formatNumber } from '../../encoding/format.ts';
import { readPartPath, type PartPath } from '../../model/hardware/partPath.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { slot, type SlotName } from '../slot.ts';
import { change, picked } from './announcement.ts';
import type { Move } from './controls.ts';
import type { HallData } from './hallData.ts';
import { morphInto } from '../morph.ts';
import { drawnState } from '../lateMount.ts';
import { parameters, type HallParameters, type HallValues } from './params.ts';
import { scaleBar } from '../scaleBar.ts';
import { hallStage, moves } from './stage.ts';
import { hallState } from './state.ts';
import { sourcesHtml } from '../sourceLines.ts';
import { rootKey } from './tree.ts';
import { revealLine, treeClick, treeKey } from './treeKeys.ts';
import { drawingWords, hallView } from './view.ts';
import { wordsFrom } from './words.ts';

const written = [
  'controls',
  'parts',
  'table',
  'title',
  'note',
  'status',
  'asof',
  'summary',
  'sources',
  'scale',
  'poster',
] as const;

/** Makes a supernode's figure work: every word, list and table follows the state, and the state follows them. */
export function workHall(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<HallParameters, HallData>,
): MountedWidget<HallParameters> {
  const element = figure.closest('supernode-figure');
  const words = wordsFrom(strings, figure.closest('[lang]')?.getAttribute('lang') ?? 'en');
  const { state, allowed } = hallState(data, params);
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    SlotName,
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const around = {
    exploring: false,
    still: false,
    treeFocus: null as string | null,
    newTab: element?.getAttribute('context') === 'embed',
  };
  const complain = (allowed: string | null, part: string) => {
    if (allowed !== null) host.error({ parameter: 'part', value: part, allowed });
  };

  const write = () => {
    const view = hallView(words, data, state, around);
    morphInto(slots.controls, view.controls);
    morphInto(slots.parts, view.parts);
    morphInto(slots.table, view.table);
    morphInto(slots.sources, sourcesHtml(view.sources, around.newTab).html);
    const plain = {
      title: view.title,
      note: view.note,
      status: view.status,
      asof: view.asOf,
      summary: view.summary,
    };
    for (const [name, text] of Object.entries(plain)) {
      const place = slots[name as keyof typeof plain];
      if (place.textContent !== text) place.textContent = text;
    }
  };

  const stage = hallStage(
    { stage: slot(figure, 'stage'), poster: slots.poster },
    { props: state.props.peek(), words: drawingWords(words, data, state) },
    {
      onPick: (path) => act(() => (path.length === 0 ? state.letGo() : state.select(path))),
      onScale(metres) {
        if (metres > 0) scaleBar(slots.scale, metres);
        else slots.scale.textContent = words.say('perspective');
      },
      onRatio: (ratio) => {
        slots.scale.textContent = words.say('ratio', { ratio: formatNumber(ratio) });
      },
      onLost: () => host.announce(words.say('said.lost')),
      onRestored: () => host.announce(words.say('said.restored')),
    },
    slots.poster.querySelector('svg')?.dataset['drawn'] === drawnState(parameters, state.values.peek()),
  );

  let shown = state.props.peek();
  let last = '';
  const stop = effect(() => {
    const props = state.props.value;
    void state.opened.value;
    const { part } = state.values.value;
    const moved = part !== last;
    last = part;
    if (moved) around.treeFocus = null;
    write();
    const line = slots.parts.querySelector<HTMLElement>('[aria-selected="true"]');
    if (moved && line) revealLine(line);
    if (props !== shown) stage.show({ props, words: drawingWords(words, data, state) });
    shown = props;
  });

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

  const explore = (on: boolean) => {
    around.exploring = on;
    stage.explore(on);
    host.announce(words.say(on ? 'said.explore-on' : 'said.explore-off'));
    write();
  };
  const verbs: Readonly<Record<string, () => unknown>> = {
    'go-in': () => act(state.goIn) || host.announce(words.say('said.nothing-further')),
    'come-out': () => act(state.comeOut) || host.announce(words.say('said.outermost')),
    latest: () => void act(() => state.set({ asof: 'latest' })),
    explore: () => explore(!around.exploring),
  };
  const tree = {
    pick: (key: string) => {
      const isClass = pathOfKey(key).at(-1)?.ordinal === null;
      if (isClass && !state.opened.peek().has(key)) state.toggle(key);
      if (!act(() => state.select(pathOfKey(key)))) host.announce(words.say('said.nothing-further'));
    },
    toggle: state.toggle,
    focus: (key: string) => {
      around.treeFocus = key;
      for (const line of slots.parts.querySelectorAll<HTMLElement>('[role="treeitem"]')) {
        line.tabIndex = line.dataset['key'] === key ? 0 : -1;
      }
    },
  };

  const onClick = (event: MouseEvent) => {
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
    else if (verb) (verbs[verb] ?? (() => stage.move(moves[verb as Move])))();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      if (around.exploring) explore(false);
      else if (!act(state.comeOut)) return;
      event.preventDefault();
    } else if (treeKey(event, tree)) event.preventDefault();
  };
  const reached = [slots.controls, slots.parts, slot(figure, 'stage')];
  for (const place of reached) {
    place.addEventListener('click', onClick);
    place.addEventListener('keydown', onKey);
  }
  complain(allowed, params.part);
  if (state.values.peek().part !== '') host.select(picked(state));

  const widget: MountedWidget<HallParameters> = {
    update(next) {
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
    },
    async start() {
      try {
        await stage.start();
        widget.still = () => stage.picture();
      } catch (reason) {
        around.still = true;
        write();
        throw reason;
      }
    },
    pause: stage.pause,
    resume: stage.resume,
    dispose() {
      stop();
      stage.dispose();
      for (const place of reached) {
        place.removeEventListener('click', onClick);
        place.removeEventListener('keydown', onKey);
      }
      for (const [place, html] of asBuilt) place.innerHTML = html;
    },
  };
  return widget;
}
