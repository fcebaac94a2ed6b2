import type { PartPath } from '../model/hardware/partPath.ts';
import { focusOf } from '../placement/focus.ts';
import type { HallProps } from '../placement/hallProps.ts';
import type { HallWords } from '../placement/hallWords.ts';
import { placeAnnotations } from '../placement/labelLayout.ts';
import { levelBounds } from '../placement/viewpoint.ts';
import { createHallPicture, type HallPicture } from './hallPicture.ts';
import { createHallTravel } from './hallTravel.ts';
import { createLabels } from './part/labels.ts';
import { startFrames } from './stage/frames.ts';
import { attachGestures } from './stage/gestures.ts';
import { readPalette, watchTheme } from './stage/palette.ts';
import { createQuality } from './stage/quality.ts';
import { takeSurface } from './stage/renderer.ts';
import { createRig } from './stage/rig.ts';

export interface HallEvents {
  /** The part under a click, or the empty path where there is none. */
  onPick(path: PartPath): void;
  /** Length of the scale bar on the screen, metres; 0 while walking, where scale changes with distance. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
}

export interface HallScene {
  /** Flies to the state; under reduced motion it is there at once. */
  update(props: HallProps, words: HallWords): void;
  /** Degrees; positive to the right and upwards. */
  turn(degrees: number): void;
  tilt(degrees: number): void;
  zoom(factor: number): void;
  /** Metres forwards, then degrees to the right. Only while walking. */
  walk(metres: number, degrees: number): void;
  /** Back to the named view of the level. */
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
/** Pixels of the scale bar in the title block. */
const scaleBarPixels = 72;

/** Starts the hall in a stage. Throws where there is no WebGL. */
export function startHallScene(
  stage: HTMLElement,
  firstProps: HallProps,
  firstWords: HallWords,
  events: HallEvents,
): HallScene {
  const host = document.createElement('div');
  host.className = 'stage-canvas';
  const labels = createLabels();
  stage.append(host, labels.root);

  let props = firstProps;
  let words = firstWords;
  let palette = readPalette(stage);
  let lost = false;
  const frame = () => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) });
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const picture = createHallPicture(props);
  const travel = createHallTravel(picture, props, frame);
  const rig = createRig();
  const quality = createQuality();
  picture.paint(palette);

  const letter = () => {
    if (props.view === 'walk') labels.hide();
    else labels.show(placeAnnotations(picture.annotations(), words, rig.project, frame()), frame());
    events.onScale(props.view === 'walk' ? 0 : (travel.height / frame().height) * scaleBarPixels);
  };
  const draw = (seconds: number): boolean => {
    if (lost) return false;
    const pose = travel.advance(seconds);
    if (pose) picture.pose(pose);
    picture.face(travel.aim(rig, frame()));
    if (travel.flying) labels.hide();
    else letter();
    quality.note(seconds);
    const scale = travel.flying ? quality.scale : 1;
    surface.draw({ scene: picture.scene, camera: rig.camera, paper: palette.paper }, scale);
    return travel.flying;
  };
  const frames = startFrames(draw);
  const surface = takeSurface(host, {
    lost() {
      lost = true;
      stage.classList.remove('live');
      events.onLost();
    },
    restored() {
      lost = false;
      stage.classList.add('live');
      events.onRestored();
      frames.invalidate();
    },
  });
  stage.classList.add('live');
  frames.invalidate();

  const unwatchTheme = watchTheme(() => {
    palette = readPalette(stage);
    picture.paint(palette);
    frames.invalidate();
  });
  const sizes = new ResizeObserver(() => frames.invalidate());
  sizes.observe(host);

  const then =
    <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      act(...given);
      frames.invalidate();
    };
  const metres = (pixels: number) => (pixels / frame().height) * travel.height;
  const gestures = attachGestures(stage, {
    orbit: then((dx, dy) => travel.orbit(-dx * turnPerPixel, dy * turnPerPixel)),
    pan: then((dx, dy) => travel.pan(-metres(dx), metres(dy))),
    zoom: then((factor) => travel.zoom(factor)),
    pick: (x, y) => events.onPick(picture.pick(rig.ray(x, y))),
    settle: frames.invalidate,
  });

  return {
    update: then((next: HallProps, nextWords: HallWords) => {
      const before = props;
      // Picking a part points at it; the camera moves only where another level, cabinet or board opens.
      const leaves = moved(before, next, picture);
      [props, words] = [next, nextWords];
      picture.show(next);
      if (leaves) picture.pose(travel.go(next, before, still()));
    }),
    turn: then((degrees) => travel.orbit(degrees * degree, 0)),
    tilt: then((degrees) => travel.orbit(0, degrees * degree)),
    zoom: then((factor) => travel.zoom(factor)),
    walk: then((forward, degrees) => travel.walk(forward, degrees * degree)),
    reset: then(() => travel.reset(still())),
    explore: (on) => gestures.explore(on),
    pause: () => frames.pause(),
    resume: () => frames.resume(),
    picture() {
      travel.aim(rig, frame());
      surface.draw({ scene: picture.scene, camera: rig.camera, paper: palette.paper }, 1);
      const canvas = host.querySelector('canvas')!;
      return new Promise((resolve, reject) =>
        canvas.toBlob((blob) =>
          blob ? resolve(blob) : reject(new Error('the browser gave no picture of the canvas')),
        ),
      );
    },
    dispose() {
      frames.dispose();
      gestures.dispose();
      sizes.disconnect();
      unwatchTheme();
      picture.dispose();
      labels.dispose();
      surface.release();
      host.remove();
      stage.classList.remove('live');
    },
  };
}

/** Whether the next state is looked at from elsewhere, or stands in another pose. */
function moved(before: HallProps, next: HallProps, { plan }: HallPicture): boolean {
  if (before.machine !== next.machine || before.layout !== next.layout) return true;
  if (before.view !== next.view || before.level !== next.level || before.explode !== next.explode)
    return true;
  const bounds = (props: HallProps) =>
    levelBounds(props, plan, focusOf(props.machine, props.part, plan))
      .flat()
      .join();
  return bounds(before) !== bounds(next);
}
