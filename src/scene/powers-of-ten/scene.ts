import { pixelsPerMetre, projector } from '../../placement/view/camera.ts';
import type { ClusterPlan } from '../../placement/hall/clusterPlan.ts';
import {
  cameraAt,
  flightCameras,
  outermost,
  scaleAt,
  type FlightProps,
} from '../../placement/flight/flight.ts';
import { flightSolids } from '../../placement/flight/flightSolids.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { placeAnnotations } from '../../placement/label/labelLayout.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import { shiftCamera } from '../../placement/view/shift.ts';
import { createFlightPicture } from './picture.ts';
import { layerFrame } from '../../placement/label/wordLayers.ts';
import { createLabels } from '../part/labels.ts';
import { openView } from '../stage/view.ts';

export interface FlightEvents {
  /** Length of 72 pixels of the picture, metres. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
  onGone(): void;
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
  const picture = createFlightPicture(props, plan);
  const labels = createLabels();
  const drawn = new Map<number, Solids>();
  const solidsOf = (stop: number): Solids => {
    const known = drawn.get(stop) ?? flightSolids(props, plan, stop);
    drawn.set(stop, known);
    return known;
  };
  const view = openView(
    stage,
    picture,
    labels,
    {
      advance: (seconds) => advance(seconds),
      aim(rig) {
        const scale = scaleAt(place);
        camera = cameraAt(cameras, scale);
        picture.show(scale, pixelsPerMetre(camera, size));
        rig.axonometric(shiftCamera(camera, picture.origin), size, picture.reach());
        picture.face(camera.yaw);
      },
      letter(_, moving) {
        const stop = Math.round(scaleAt(place));
        if (moving || Math.abs(scaleAt(place) - stop) > atStop) labels.hide();
        else {
          const seen = layerFrame(labels.growth(), size, projector(camera, size));
          const said = picture.annotations(stop);
          const person = said.person && { feet: said.person, yaw: camera.yaw };
          labels.show(placeAnnotations(said, words, { ...seen, solids: solidsOf(stop), person }), seen.frame);
        }
        events.onScale((camera.height / size.height) * scaleBarPixels);
      },
      resized() {
        size = view.frame();
        cameras = flightCameras(props, plan, size);
      },
    },
    events,
  );
  let size = view.frame();
  let cameras = flightCameras(props, plan, size);
  let place = first;
  let camera = cameraAt(cameras, scaleAt(place));
  let goal = first;
  let step: { from: number; passed: number; seconds: number } | null = null;

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
  return {
    fly(next, pace) {
      if (next === goal && pace !== 'once') return;
      goal = next;
      if (pace === 'once') place = next;
      const back = Math.max(place, next) > outermost;
      step = pace === 'steps' ? { from: place, passed: 0, seconds: back ? backSeconds : stepSeconds } : null;
      view.invalidate();
    },
    pause: view.pause,
    resume: view.resume,
    picture: view.picture,
    dispose: view.dispose,
  };
}
