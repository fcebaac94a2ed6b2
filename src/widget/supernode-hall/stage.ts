import type { HallWords } from '../../placement/label/hallWords.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import type { HallScene } from '../../scene/supernode-hall/scene.ts';
import { createStage, type LiveScene, type Stage, type StageEvents } from '../stage.ts';
import type { Move } from './controls.ts';

/** What the drawing of a hall depends on. */
export interface ShownHall {
  readonly props: HallProps;
  readonly words: HallWords;
}

export interface HallStageEvents extends StageEvents {
  /** A part was picked in the scene; the empty path where nothing was. */
  onPick(path: PartPath): void;
  /** Length of the scale bar on the screen, metres. */
  onScale(metres: number): void;
}

type WalkingScene = LiveScene<ShownHall> & Pick<HallScene, 'walk'>;
export type HallStage = Stage<ShownHall, WalkingScene>;

/** How far a press of a button goes: degrees, factors, metres. */
const step = { turn: 15, tilt: 10, zoom: 1.5, walk: 1 } as const;

/** What a word of the row does to the scene. */
export const moves: Readonly<Record<Move, (scene: WalkingScene) => void>> = {
  'turn-left': (scene) => scene.turn(-step.turn),
  'turn-right': (scene) => scene.turn(step.turn),
  'tilt-up': (scene) => scene.tilt(step.tilt),
  'tilt-down': (scene) => scene.tilt(-step.tilt),
  'zoom-in': (scene) => scene.zoom(step.zoom),
  'zoom-out': (scene) => scene.zoom(1 / step.zoom),
  forward: (scene) => scene.walk(step.walk, 0),
  back: (scene) => scene.walk(-step.walk, 0),
  'look-left': (scene) => scene.walk(0, -step.turn),
  'look-right': (scene) => scene.walk(0, step.turn),
  reset: (scene) => scene.reset(),
};

/**
 * The stage of a hall.
 * @param current whether the poster in the page already shows the first state
 */
export function hallStage(
  place: { stage: HTMLElement; poster: HTMLElement },
  first: ShownHall,
  events: HallStageEvents,
  current: boolean,
): HallStage {
  return createStage<ShownHall, WalkingScene>(
    place,
    first,
    {
      async draw({ props, words }, frame) {
        const { drawPoster } = await import('./poster.ts');
        return drawPoster(props, words, frame);
      },
      async start(stage, { props, words }, loss) {
        const { startHallScene } = await import('../../scene/supernode-hall/scene.ts');
        const scene = startHallScene(stage, props, words, { ...events, ...loss });
        return { ...scene, update: (shown) => scene.update(shown.props, shown.words) };
      },
    },
    events,
    current,
  );
}
