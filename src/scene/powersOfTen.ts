import { pixelsPerMetre, projector, type Camera, type Frame } from '../placement/camera.ts';
import type { ClusterPlan } from '../placement/cluster.ts';
import { cameraAt, flightCameras, outermost, scaleAt, type FlightProps } from '../placement/flight.ts';
import type { HallWords } from '../placement/hallWords.ts';
import { placeAnnotations } from '../placement/labelLayout.ts';
import { shiftCamera } from '../placement/shift.ts';
import { createFlightPicture } from './flightPicture.ts';
import { createLabels } from './part/labels.ts';
import { startFrames } from './stage/frames.ts';
import { readPalette, watchTheme } from './stage/palette.ts';
import { createQuality } from './stage/quality.ts';
import { takeSurface } from './stage/renderer.ts';
import { createRig } from './stage/rig.ts';

export interface FlightEvents {
  /** Length of 72 pixels of the picture, metres. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
}

export interface FlightScene {
  /** Flies to a place, 0 to 6; `pace` says how the way there goes. */
  fly(place: number, pace: Pace): void;
  pause(): void;
  resume(): void;
  /** The picture as PNG, without the words over it. */
  picture(): Promise<Blob>;
  dispose(): void;
}

/** `follow` keeps close to a hand that scrolls, `steps` takes its time from stop to stop, `once` is there at once. */
export type Pace = 'follow' | 'steps' | 'once';

/** Share of the way left after a second of following. */
const lag = 1e-6;
/** Seconds a step to the next stop takes, and the way back past all of them. */
const [stepSeconds, backSeconds] = [1.5, 4];
/** Nearer to a stop than this, in stops, its labels stand. */
const atStop = 0.004;
const scaleBarPixels = 72;

const ease = (t: number) => t * t * (3 - 2 * t);

/** Starts the flight in a stage. Throws where there is no WebGL. */
export function startFlight(
  stage: HTMLElement,
  props: FlightProps,
  plan: ClusterPlan,
  words: HallWords,
  first: number,
  events: FlightEvents,
): FlightScene {
  const host = document.createElement('div');
  host.className = 'stage-canvas';
  const labels = createLabels();
  stage.append(host, labels.root);

  const picture = createFlightPicture(props, plan);
  const rig = createRig();
  const quality = createQuality();
  const frame = (): Frame => ({
    width: Math.max(1, host.clientWidth),
    height: Math.max(1, host.clientHeight),
  });
  let palette = readPalette(stage);
  let lost = false;
  let size = frame();
  let cameras = flightCameras(props, plan, size);
  let place = first;
  let goal = first;
  let step: { from: number; passed: number; seconds: number } | null = null;
  picture.paint(palette);

  const advance = (seconds: number): boolean => {
    if (place === goal) return false;
    if (step) {
      step.passed += seconds;
      const share = Math.min(1, step.passed / step.seconds);
      place = step.from + (goal - step.from) * ease(share);
      if (share === 1) step = null;
    } else {
      place = goal + (place - goal) * lag ** seconds;
      if (Math.abs(place - goal) < 5e-4) place = goal;
    }
    return place !== goal;
  };
  const look = (): Camera => {
    const scale = scaleAt(place);
    const camera = cameraAt(cameras, scale);
    picture.show(scale, pixelsPerMetre(camera, size));
    rig.axonometric(shiftCamera(camera, picture.origin), size, picture.reach());
    picture.face(camera.yaw);
    return camera;
  };
  const letter = (camera: Camera, moving: boolean) => {
    const stop = Math.round(scaleAt(place));
    if (moving || Math.abs(scaleAt(place) - stop) > atStop) labels.hide();
    else labels.show(placeAnnotations(picture.annotations(stop), words, projector(camera, size), size), size);
    events.onScale((camera.height / size.height) * scaleBarPixels);
  };
  const draw = (seconds: number): boolean => {
    if (lost) return false;
    const moving = advance(seconds);
    const camera = look();
    letter(camera, moving);
    quality.note(seconds);
    surface.draw(
      { scene: picture.scene, camera: rig.camera, paper: palette.paper },
      moving ? quality.scale : 1,
    );
    return moving;
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
  const sizes = new ResizeObserver(() => {
    size = frame();
    cameras = flightCameras(props, plan, size);
    frames.invalidate();
  });
  sizes.observe(host);

  return {
    fly(next, pace) {
      if (next === goal && pace !== 'once') return;
      goal = next;
      if (pace === 'once') place = next;
      const back = Math.max(place, next) > outermost;
      step = pace === 'steps' ? { from: place, passed: 0, seconds: back ? backSeconds : stepSeconds } : null;
      frames.invalidate();
    },
    pause: () => frames.pause(),
    resume: () => frames.resume(),
    picture() {
      look();
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
