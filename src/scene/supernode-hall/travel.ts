import { cameraAxes, mixCamera, type Camera, type Frame } from '../../placement/view/camera.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { mixPose, poseOf, type Pose } from '../../placement/solid/pose.ts';
import type { Onlooker } from '../../placement/view/eyeLevel.ts';
import { viewpoint } from '../../placement/view/viewpoint.ts';
import { standIn } from '../../placement/walk/standIn.ts';
import type { HallPicture } from './picture.ts';
import type { Rig } from '../stage/rig.ts';

/** Where one looks from, and the way there: orbits, flights between levels, and walks. Radians and metres. */
export interface HallTravel {
  /** Metres seen from the lower to the upper edge. */
  readonly height: number;
  /** Azimuth looked from. */
  readonly yaw: number;
  /** Where one stands and looks on foot. */
  readonly walker: Onlooker;
  readonly flying: boolean;
  /** Flies to the state's own viewpoint; `at` once where it must not move. Returns the pose to begin with. */
  go(props: HallProps, from: HallProps, atOnce: boolean): Pose;
  /** Back to the named view. */
  reset(atOnce: boolean): void;
  /** Moves on by some seconds of a flight; the pose on the way, or null when there is none. */
  advance(seconds: number): Pose | null;
  orbit(yaw: number, pitch: number): void;
  pan(across: number, upwards: number): void;
  zoom(factor: number): void;
  walk(metres: number, turn: number): void;
  /** Points the rig; returns the azimuth looked from. */
  aim(rig: Rig, frame: Frame): number;
}

/** Seconds a flight takes: long enough to follow, short enough to wait for. */
const flightSeconds = 1.1;
/** Nearer than this one would see nothing but a die, metres. */
const nearest = 0.03;

interface Flight {
  readonly from: { readonly camera: Camera; readonly pose: Pose };
  readonly to: { readonly camera: Camera; readonly pose: Pose };
  progress: number;
  /** Whether the reader has taken the camera; doors and boards go on to where they belong. */
  held: boolean;
}

const ease = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

export function createHallTravel(picture: HallPicture, first: HallProps, frame: () => Frame): HallTravel {
  let props = first;
  let camera = viewpoint(props, picture.plan, picture.focus, frame());
  let pose = poseOf(props);
  const entrance = () => standIn(props, picture.plan, picture.focus);
  let walker = entrance();
  let flight: Flight | null = null;

  const goal = () => viewpoint(props, picture.plan, picture.focus, frame());
  const reach = () => Math.hypot(...picture.plan.bounds) + 8;
  const move = (change: (now: Camera) => Camera) => {
    if (flight) flight.held = true;
    camera = change(camera);
  };

  return {
    get height() {
      return camera.height;
    },
    get yaw() {
      return props.view === 'walk' ? walker.heading : camera.yaw;
    },
    get walker() {
      return walker;
    },
    get flying() {
      return flight !== null;
    },
    go(next, from, atOnce) {
      props = next;
      const to = { camera: goal(), pose: poseOf(next) };
      if (next.view === 'walk') walker = entrance();
      const jump = atOnce || next.view === 'walk' || from.view === 'walk' || next.machine !== from.machine;
      flight = jump ? null : { from: { camera, pose }, to, progress: 0, held: false };
      if (jump) [camera, pose] = [to.camera, to.pose];
      return pose;
    },
    reset(atOnce) {
      walker = entrance();
      const to = { camera: goal(), pose: poseOf(props) };
      flight = atOnce ? null : { from: { camera, pose }, to, progress: 0, held: false };
      if (atOnce) camera = to.camera;
    },
    advance(seconds) {
      if (!flight) return null;
      flight.progress = Math.min(1, flight.progress + seconds / flightSeconds);
      const t = ease(flight.progress);
      if (!flight.held) camera = mixCamera(flight.from.camera, flight.to.camera, t);
      pose = mixPose(flight.from.pose, flight.to.pose, t);
      if (flight.progress === 1) flight = null;
      return pose;
    },
    orbit(yaw, pitch) {
      if (props.view === 'walk') walker = { ...walker, heading: walker.heading + yaw };
      else {
        const clamp = (value: number) => Math.max(0, Math.min(Math.PI / 2, value));
        move((now) => ({ ...now, yaw: now.yaw + yaw, pitch: clamp(now.pitch + pitch) }));
      }
    },
    pan(across, upwards) {
      move((now) => {
        const { right, up } = cameraAxes(now);
        const [x, y, z] = now.target;
        const target = [
          x + right[0] * across + up[0] * upwards,
          y + up[1] * upwards,
          z + right[2] * across + up[2] * upwards,
        ] as const;
        return { ...now, target };
      });
    },
    zoom: (factor) =>
      move((now) => ({ ...now, height: Math.max(nearest, Math.min(reach() * 2, now.height / factor)) })),
    walk(metres, turn) {
      const heading = walker.heading + turn;
      walker = {
        x: walker.x - Math.sin(heading) * metres,
        z: walker.z - Math.cos(heading) * metres,
        heading,
      };
    },
    aim(rig, size) {
      if (props.view !== 'walk') {
        rig.axonometric(camera, size, reach());
        return camera.yaw;
      }
      rig.walking(walker, size);
      return walker.heading;
    },
  };
}
