import { formatNumber } from '../../encoding/format.ts';
import { levels, type Level } from '../../model/hardware/machine.ts';
import { viewNames, type ViewName } from '../../placement/hall/hallProps.ts';
import { markup, when, type Raw } from '../html.ts';
import type { HallValues } from './params.ts';
import type { Words } from './words.ts';

/** What the rows of words show. */
export interface ControlsState {
  readonly values: HallValues;
  /** Systems in the order of their row, with how many processors each holds. */
  readonly systems: readonly { readonly id: string; readonly processors: number }[];
  /** How many processors one rack of the system holds, or null where the machine is not made of like racks. */
  readonly perRack: number | null;
  readonly exploring: boolean;
  /** The drawing cannot be moved: there is no 3D here. */
  readonly still: boolean;
}

/** Verbs that move the camera and change nothing in the address, by the word they stand after. */
const moves = {
  turn: ['turn-left', 'turn-right'],
  tilt: ['tilt-up', 'tilt-down'],
  zoom: ['zoom-out', 'zoom-in'],
} as const;
const walks = { walk: ['back', 'forward'], look: ['look-left', 'look-right'] } as const;
const flags = ['xray', 'explode', 'cabling'] as const;

export type Move =
  (typeof moves)[keyof typeof moves][number] | (typeof walks)[keyof typeof walks][number] | 'reset';

/** The rows of controls: the machines, then ways of looking. */
export function controlsHtml(
  words: Words,
  { values, systems, perRack, exploring, still }: ControlsState,
): Raw {
  const { say } = words;
  const set = (name: 'system' | 'level' | 'view', value: string, text: string) =>
    markup`<button type="button" data-set="${name}" data-value="${value}" aria-current="${String(values[name] === value)}">${text}</button>`;
  const group = (name: string, content: Raw[]) =>
    markup`<div class="words hall-${name}" role="group" aria-label="${say(`group.${name}`)}">${content}</div>`;
  const off = when(still, () => markup` disabled`);
  const inView: Readonly<Record<string, readonly Move[]>> = values.view === 'walk' ? walks : moves;
  const pairs = Object.entries(inView).map(
    ([name, verbs]) =>
      markup`<span class="control-pair"><span aria-hidden="true">${say(`pair.${name}`)}</span>${verbs.map(
        (verb) =>
          markup`<button type="button" data-do="${verb}" aria-label="${say(`do.${verb}`)}"${off}>${say(`sign.${verb}`)}</button>`,
      )}</span>`,
  );
  const count = (chips: number) =>
    markup`<button type="button" data-set="chips" data-value="${chips}" aria-current="${String(
      Math.ceil(values.chips / perRack!) === Math.ceil(chips / perRack!),
    )}">${formatNumber(chips)}</button>`;
  const counts = [...new Set([perRack ?? 0, ...systems.map(({ processors }) => processors)])].sort(
    (a, b) => a - b,
  );
  const system = systems.map(({ id }) => set('system', id, say(`system.${id}.short`)));
  return markup`<div class="control-row">${group('system', system)}</div>${when(
    perRack !== null,
    () =>
      markup`<div class="control-row" data-key="chips">${group('chips', [markup`<span>${say('group.chips')}</span>`, ...counts.map(count)])}</div>`,
  )}<div class="control-row">${group(
    'level',
    levels.map((level: Level) => set('level', level, say(`level.${level}`))),
  )}${group(
    'view',
    viewNames.map((view: ViewName) => set('view', view, say(`view.${view}`))),
  )}${group(
    'show',
    flags.map(
      (flag) =>
        markup`<button type="button" data-flag="${flag}" aria-pressed="${String(values[flag])}">${say(`flag.${flag}`)}</button>`,
    ),
  )}${group('move', [
    ...pairs,
    markup`<button type="button" data-do="reset"${off}>${say('do.reset')}</button>`,
    markup`<button type="button" data-do="explore" aria-pressed="${String(exploring)}"${off}>${say('do.explore')}</button>`,
  ])}</div>`;
}
