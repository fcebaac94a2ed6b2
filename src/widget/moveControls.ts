import { markup, when, type Raw } from './html.ts';
import type { Phrases } from './phrases.ts';
import type { LiveScene } from './stage.ts';

/** What the reader can ask of a drawing that stands still otherwise. */
export interface Surroundings {
  readonly exploring: boolean;
  /** The drawing cannot be moved: there is no 3D here. */
  readonly still: boolean;
  /** Links to sources open a new tab. */
  readonly newTab: boolean;
}

const pairs = {
  turn: ['turn-left', 'turn-right'],
  tilt: ['tilt-up', 'tilt-down'],
  zoom: ['zoom-out', 'zoom-in'],
} as const;
export type Move = (typeof pairs)[keyof typeof pairs][number] | 'reset';

/** How far a press of a button goes: degrees and a factor. */
export const step = { turn: 15, tilt: 10, zoom: 1.5 } as const;

/** What a word of the row does to the scene. */
export const moves: Readonly<Record<Move, (scene: LiveScene<never>) => void>> = {
  'turn-left': (scene) => scene.turn(-step.turn),
  'turn-right': (scene) => scene.turn(step.turn),
  'tilt-up': (scene) => scene.tilt(step.tilt),
  'tilt-down': (scene) => scene.tilt(-step.tilt),
  'zoom-in': (scene) => scene.zoom(step.zoom),
  'zoom-out': (scene) => scene.zoom(1 / step.zoom),
  reset: (scene) => scene.reset(),
};

/** Words that turn, tilt and zoom the drawing, and the one that hands it over to one finger and the wheel. */
export function moveControls(say: Phrases, { exploring, still }: Surroundings): Raw {
  const off = when(still, () => markup` disabled`);
  const pair = (name: keyof typeof pairs) =>
    markup`<span class="control-pair"><span aria-hidden="true">${say(`pair.${name}`)}</span>${pairs[name].map(
      (verb) =>
        markup`<button type="button" data-do="${verb}" aria-label="${say(`do.${verb}`)}"${off}>${say(`sign.${verb}`)}</button>`,
    )}</span>`;
  return markup`<div class="words" role="group" aria-label="${say('group.move')}">${(
    ['turn', 'tilt', 'zoom'] as const
  ).map(
    pair,
  )}<button type="button" data-do="reset"${off}>${say('do.reset')}</button><button type="button" data-do="explore" aria-pressed="${String(exploring)}"${off}>${say('do.explore')}</button></div>`;
}
