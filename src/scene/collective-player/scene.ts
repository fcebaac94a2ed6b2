import type { Camera, Frame, Projector } from '../../placement/view/camera.ts';
import { layerFrame } from '../../placement/label/wordLayers.ts';
import { playerAngles, playerCamera, type Margins } from '../../placement/wheel/playerPicture.ts';
import type { Tower } from '../../placement/wheel/wheel.ts';
import { attachGestures } from '../stage/gestures.ts';
import { openView } from '../stage/view.ts';
import { createPlayerPicture, type PlayedPicture } from './picture.ts';

/** A collective at a time, as the stage shows it. */
export interface PlayedState extends PlayedPicture {
  readonly towers: readonly Tower[];
  /** What the words take of the picture when they are so many times larger than usual. */
  margins(scale: number): Margins;
  /** The words over the picture as SVG. */
  words(project: Projector, frame: Frame): string;
}

export interface PlayerEvents {
  /** There is no scale: always 0. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
  onGone(): void;
}

export interface PlayerScene {
  update(state: PlayedState): void;
  /** Degrees; positive to the right and upwards. */
  turn(degrees: number): void;
  tilt(degrees: number): void;
  zoom(factor: number): void;
  reset(): void;
  explore(on: boolean): void;
  pause(): void;
  resume(): void;
  /** The picture as PNG, without the words over it. */
  picture(): Promise<Blob>;
  dispose(): void;
}

const degree = Math.PI / 180;
/** Radians a dragged pixel turns. */
const turnPerPixel = 0.006;
/** Metres behind which nothing stands. */
const reach = 60;

/** Starts the player in a stage. Throws where there is no WebGL. */
export function startPlayerScene(stage: HTMLElement, first: PlayedState, events: PlayerEvents): PlayerScene {
  let shown = first;
  const picture = createPlayerPicture(shown, stage.clientWidth);
  const words = createWords();
  /** How the reader has turned, moved and enlarged the drawing. */
  let angles: { yaw: number; pitch: number } = playerAngles;
  let [enlarged, panned] = [1, [0, 0] as readonly [number, number]];
  const camera = (): Camera => {
    const fitted = playerCamera(
      shown.towers,
      shown.solids,
      view.frame(),
      shown.margins(words.growth()),
      angles,
    );
    const metres = fitted.height / view.frame().height / enlarged;
    const [right, up] = [
      [Math.cos(fitted.yaw), 0, -Math.sin(fitted.yaw)],
      [
        -Math.sin(fitted.yaw) * Math.sin(fitted.pitch),
        Math.cos(fitted.pitch),
        -Math.cos(fitted.yaw) * Math.sin(fitted.pitch),
      ],
    ];
    const target = [0, 1, 2].map(
      (k) => fitted.target[k]! - (right![k]! * panned[0] - up![k]! * panned[1]) * metres,
    );
    return { ...fitted, target: target as unknown as Camera['target'], height: fitted.height / enlarged };
  };
  const view = openView(
    stage,
    picture,
    words,
    {
      advance: () => false,
      aim: (rig) => rig.axonometric(camera(), view.frame(), reach),
      letter({ project }) {
        const seen = layerFrame(words.growth(), view.frame(), project);
        words.show(shown.words(seen.project, seen.frame), seen.frame);
        events.onScale(0);
      },
      resized: () => picture.show(shown, stage.clientWidth),
    },
    events,
  );
  const then = (act: () => void) => {
    act();
    view.invalidate();
  };
  const orbit = (yaw: number, pitch: number) =>
    then(() => {
      angles = {
        yaw: angles.yaw + yaw,
        pitch: Math.max(0.05, Math.min(Math.PI / 2, angles.pitch + pitch)),
      };
    });
  const zoom = (factor: number) =>
    then(() => {
      enlarged = Math.max(0.5, Math.min(12, enlarged * factor));
    });
  const gestures = attachGestures(stage, {
    orbit: (dx, dy) => orbit(-dx * turnPerPixel, dy * turnPerPixel),
    pan: (dx, dy) => then(() => (panned = [panned[0] + dx, panned[1] + dy])),
    zoom,
    pick: () => {},
    hover: () => {},
    settle: () => view.invalidate(),
  });
  return {
    update(next) {
      shown = next;
      picture.show(shown, stage.clientWidth);
      view.invalidate();
    },
    turn: (degrees) => orbit(degrees * degree, 0),
    tilt: (degrees) => orbit(0, degrees * degree),
    zoom,
    reset: () =>
      then(() => {
        angles = playerAngles;
        [enlarged, panned] = [1, [0, 0]];
      }),
    explore: gestures.explore,
    pause: view.pause,
    resume: view.resume,
    picture: view.picture,
    dispose() {
      view.dispose();
      gestures.dispose();
    },
  };
}

/** The words over the picture, the same SVG as on its poster; written where they differ. */
function createWords() {
  const root = document.createElement('div');
  root.className = 'stage-labels drawing';
  // The words around the figure say the same to those who cannot see it.
  root.setAttribute('aria-hidden', 'true');
  let last = '';
  const growth = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return {
    root,
    growth,
    show(svg: string, { width, height }: Frame) {
      const html = `<svg class="drawing player" viewBox="0 0 ${width} ${height}">${svg}</svg>`;
      if (html === last) return;
      last = html;
      root.innerHTML = html;
    },
    dispose: () => root.remove(),
  };
}
