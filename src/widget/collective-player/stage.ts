import { playerPoster } from '../../figure/collective-player/poster.ts';
import type { PlayerDrawing } from '../../figure/collective-player/playerDrawing.ts';
import { playerWords, wordMargins } from '../../figure/collective-player/words.ts';
import type { PlayedState, PlayerScene } from '../../scene/collective-player/scene.ts';
import type { LiveScene } from '../stage.ts';
import type { StageParts } from '../stageFigure.ts';
import type { PlayerParameters } from './params.ts';

/** Where the pictures of the player come from. */
export const playerPictures: Pick<
  StageParts<PlayerParameters, PlayerDrawing, LiveScene<PlayerDrawing>>,
  'draw' | 'load'
> = {
  draw: (drawing, frame) => ({ svg: playerPoster(drawing, frame), ratio: 1 }),
  async load() {
    const { startPlayerScene } = await import('../../scene/collective-player/scene.ts');
    return (stage, shown, events) => {
      const scene: PlayerScene = startPlayerScene(stage, played(shown), events);
      return { ...scene, update: (next) => scene.update(played(next)) };
    };
  },
};

const played = (drawing: PlayerDrawing): PlayedState => ({
  solids: drawing.solids,
  links: drawing.towers.flatMap(({ links }) => links),
  inside: drawing.towers.flatMap(({ inside }) => inside),
  towers: drawing.towers.map(({ tower }) => tower),
  margins: (scale) => wordMargins(drawing, scale),
  words: (project, frame) => playerWords(drawing, project, frame),
});
