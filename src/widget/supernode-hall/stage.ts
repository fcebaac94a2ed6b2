import type { HallWords } from '../../placement/hallWords.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { HallProps } from '../../placement/hallProps.ts';
import type { HallScene } from '../../scene/supernodeHall.ts';
import type { Move } from './controls.ts';

export interface StageEvents {
  /** A part was picked in the scene; the empty path where nothing was. */
  onPick(path: PartPath): void;
  /** Length of the scale bar on the screen, metres. */
  onScale(metres: number): void;
  /** The plain drawing was made anew, this many times smaller than life. */
  onRatio(ratio: number): void;
  onLost(): void;
  onRestored(): void;
}

/** The drawing: the poster until 3D starts and whenever 3D is away, the scene otherwise. */
export interface HallStage {
  show(props: HallProps, words: HallWords): void;
  start(): Promise<void>;
  /** Moves the camera; asks nothing where there is no scene. */
  move(move: Move): void;
  explore(on: boolean): void;
  pause(): void;
  resume(): void;
  /** The scene as PNG. Rejects where there is none. */
  picture(): Promise<Blob>;
  dispose(): void;
}

/** How far a press of a button goes: degrees, factors, metres. */
const step = { turn: 15, tilt: 10, zoom: 1.5, walk: 1 } as const;

function carryOut(scene: HallScene, move: Move): void {
  const moves: Record<Move, () => void> = {
    'turn-left': () => scene.turn(-step.turn),
    'turn-right': () => scene.turn(step.turn),
    'tilt-up': () => scene.tilt(step.tilt),
    'tilt-down': () => scene.tilt(-step.tilt),
    'zoom-in': () => scene.zoom(step.zoom),
    'zoom-out': () => scene.zoom(1 / step.zoom),
    forward: () => scene.walk(step.walk, 0),
    back: () => scene.walk(-step.walk, 0),
    'look-left': () => scene.walk(0, -step.turn),
    'look-right': () => scene.walk(0, step.turn),
    reset: () => scene.reset(),
  };
  moves[move]();
}

/**
 * Joins the poster and the scene of a stage.
 * @param current whether the poster in the page already shows the first state
 */
export function hallStage(
  place: { stage: HTMLElement; poster: HTMLElement },
  first: { props: HallProps; words: HallWords },
  events: StageEvents,
  current: boolean,
): HallStage {
  let { props, words } = first;
  let scene: HallScene | undefined;
  let away = false;
  let gone = false;
  let drawing = 0;
  const waiting: Move[] = [];

  const redraw = async () => {
    const turn = ++drawing;
    const { drawPoster, roundRatio } = await import('./poster.ts');
    if (turn !== drawing || gone) return;
    const { clientWidth: width, clientHeight: height } = place.stage;
    if (width === 0 || height === 0) return;
    const { svg, ratio } = drawPoster(props, words, { width, height });
    place.poster.innerHTML = svg;
    if (!scene || away) events.onRatio(roundRatio(ratio));
  };
  if (!current) void redraw();
  // Print shows the poster, so it must show the state of the moment; a resized one must fit its stage again.
  const onPaper = () => void redraw();
  addEventListener('beforeprint', onPaper);
  let [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
  const sizes = new ResizeObserver(() => {
    const same = width === place.stage.clientWidth && height === place.stage.clientHeight;
    [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
    if (!same && drawing > 0 && (!scene || away)) void redraw();
  });
  sizes.observe(place.stage);

  return {
    show(nextProps, nextWords) {
      [props, words] = [nextProps, nextWords];
      if (scene && !away) scene.update(props, words);
      else void redraw();
    },
    async start() {
      const { startHallScene } = await import('../../scene/supernodeHall.ts');
      if (gone) return;
      scene = startHallScene(place.stage, props, words, {
        onPick: events.onPick,
        onScale: events.onScale,
        onLost() {
          away = true;
          void redraw();
          events.onLost();
        },
        onRestored() {
          away = false;
          scene?.update(props, words);
          events.onRestored();
        },
      });
      for (const move of waiting.splice(0)) carryOut(scene, move);
    },
    move(move) {
      if (scene) carryOut(scene, move);
      else waiting.push(move);
    },
    explore: (on) => scene?.explore(on),
    pause: () => scene?.pause(),
    resume: () => scene?.resume(),
    picture: () => scene?.picture() ?? Promise.reject(new Error('the scene has not started')),
    dispose() {
      gone = true;
      removeEventListener('beforeprint', onPaper);
      sizes.disconnect();
      scene?.dispose();
    },
  };
}
