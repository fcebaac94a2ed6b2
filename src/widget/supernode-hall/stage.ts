import type { PartPath } from '../../model/hardware/partPath.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import type { HallScene } from '../../scene/supernode-hall/scene.ts';
import { moves as plainMoves, step } from '../moveControls.ts';
import type { LiveScene } from '../stage.ts';
import type { StageParts } from '../stageFigure.ts';
import type { Move } from './controls.ts';
import type { HallParameters } from './params.ts';
import { drawPoster } from './poster.ts';

/** What the drawing of a hall depends on. */
export interface ShownHall {
  readonly props: HallProps;
  readonly words: HallWords;
}

export type WalkingScene = LiveScene<ShownHall> & Pick<HallScene, 'walk'>;

/** What a word of the row does to the scene; a step is a metre. */
export const moves: Readonly<Record<Move, (scene: WalkingScene) => void>> = {
  ...plainMoves,
  forward: (scene) => scene.walk(1, 0),
  back: (scene) => scene.walk(-1, 0),
  'look-left': (scene) => scene.walk(0, -step.turn),
  'look-right': (scene) => scene.walk(0, step.turn),
};

/**
 * Where the pictures of a hall come from.
 * @param onPick receives the part picked in the scene, and the empty path where nothing was
 */
export const hallPictures = (
  onPick: (path: PartPath) => void,
): Pick<StageParts<HallParameters, ShownHall, WalkingScene>, 'draw' | 'load'> => ({
  draw: ({ props, words }, frame) => drawPoster(props, words, frame),
  async load() {
    const { startHallScene } = await import('../../scene/supernode-hall/scene.ts');
    return (stage, { props, words }, events) => {
      const scene = startHallScene(stage, props, words, { ...events, onPick });
      return { ...scene, update: (shown) => scene.update(shown.props, shown.words) };
    };
  },
});
