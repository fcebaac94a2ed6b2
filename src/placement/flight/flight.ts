import { narrow } from '../label/labelLayout.ts';
import { mixCamera, type Camera, type Frame } from '../view/camera.ts';
import type { ClusterPlan } from '../hall/clusterPlan.ts';
import { focusOf, type Focus } from '../hall/focus.ts';
import type { HallProps } from '../hall/hallProps.ts';
import { mixPose, poseAt, type Pose } from '../solid/pose.ts';
import { stops, type Stop } from './stops.ts';
import { fitCamera, levelBounds, type Bounds } from '../view/viewpoint.ts';

/** The last stop on the way out; the flight back passes all others in one stretch. */
export const outermost = stops.indexOf('cluster');

/** What a pod's own drawing knows; its state never changes but for the level. */
export type FlightProps = Pick<HallProps, 'machine' | 'layout' | 'cables'>;

const degrees = Math.PI / 180;
const angles: readonly { yaw: number; pitch: number }[] = [
  { yaw: 35 * degrees, pitch: 44 * degrees },
  { yaw: 35 * degrees, pitch: 42 * degrees },
  { yaw: 38 * degrees, pitch: 20 * degrees },
  { yaw: 33 * degrees, pitch: 24 * degrees },
  { yaw: 33 * degrees, pitch: 28 * degrees },
  { yaw: 33 * degrees, pitch: 34 * degrees },
];

/** The state in which a pod is drawn at a level, as the drawing of a single supernode knows it. */
export function propsAt(props: FlightProps, level: HallProps['level']): HallProps {
  return { ...props, level, part: [], xray: false, explode: false, cabling: true, view: 'axonometric' };
}

/** Flat, wide sights leave room for labels above and below, so one may stand closer. */
const closer = [1, 1, 1, 0.95, 0.8, 0.74];
/** Where the picture is narrow, the person beside the cabinet needs room. */
const onPhone = [1, 1, 1.18, 1, 1, 1];

const levelOf = ['package', 'board', 'cabinet', 'hall'] as const;

/** What is open on the way: the chip one starts from, on its board, in its cabinet. */
export function flightFocus(props: FlightProps, plan: ClusterPlan): Focus {
  return focusOf(props.machine, [], plan.pod);
}

/** What the camera takes in at a stop on the way out, metres from the middle of the pod. */
export function stopBounds(props: FlightProps, plan: ClusterPlan, stop: number): Bounds {
  const level = levelOf[stop];
  if (level) return levelBounds(propsAt(props, level), plan.pod, flightFocus(props, plan));
  return stop === outermost ? plan.clusterBounds : plan.hallBounds;
}

/** Cameras of the stops on the way out. */
export function flightCameras(props: FlightProps, plan: ClusterPlan, frame: Frame): readonly Camera[] {
  return angles.map((angle, stop) => {
    const camera = fitCamera(stopBounds(props, plan, stop), angle, frame);
    return { ...camera, height: camera.height * (frame.width < narrow ? onPhone : closer)[stop]! };
  });
}

/**
 * How far out one is, from 0 (the chip) to `outermost`, at a place of the flight.
 * @param place 0 to 6: a whole number is a stop; the last stretch leads all the way back
 */
export function scaleAt(place: number): number {
  const at = Math.max(0, Math.min(stops.length - 1, place));
  return at <= outermost ? at : outermost * (stops.length - 1 - at);
}

/** Share of the way between two stops, at either end, over which the flight stands still. */
const rest = 0.16;

/** A place of the flight from how far one has scrolled: it rests around every stop and is smooth between them. */
export function placeAt(scrolled: number): number {
  const at = Math.max(0, Math.min(stops.length - 1, scrolled));
  const stop = Math.floor(at);
  const share = Math.max(0, Math.min(1, (at - stop - rest) / (1 - 2 * rest)));
  return stop + share * share * (3 - 2 * share);
}

/** The stop nearest to a place. */
export function stopAt(place: number): Stop {
  return stops[Math.max(0, Math.min(stops.length - 1, Math.round(place)))]!;
}

/** The camera so far out. */
export function cameraAt(cameras: readonly Camera[], scale: number): Camera {
  const from = Math.min(cameras.length - 2, Math.floor(scale));
  return mixCamera(cameras[from]!, cameras[from + 1]!, scale - from);
}

const closed: Pose = { door: 0, slide: 0, reveal: 0, spread: 0, lift: 0, thin: 0, alone: 0 };

/** How far the cabinet, the board and the package stand open so far out. */
export function flightPose(scale: number): Pose {
  const poses = [...levelOf.map((level) => poseAt(level, false)), closed];
  const from = Math.min(poses.length - 2, Math.floor(scale));
  return mixPose(poses[from]!, poses[from + 1]!, Math.min(1, scale - from));
}

/** A cabinet narrower than this on the picture, in pixels, is drawn with merged marks; one still narrower with its row. */
const [narrowestFine, narrowestApart] = [30, 6];

/** What is drawn so far out, and how far it has come out of the paper: 0 not at all, 1 wholly. */
export interface Sight {
  /** The open cabinet and what stands in its pod, each part by itself. */
  readonly pod: number;
  /** What lies around the chip one begins at, and around its board. */
  readonly board: number;
  readonly cabinet: number;
  /** Whether the pod's other cabinets are outlines alone. */
  readonly outlined: boolean;
  readonly around: number;
  /** Floor, shadows and person. */
  readonly floor: number;
  /** The hall, its cabinets each by itself; `home` where the pod one comes from is drawn with it. */
  readonly hall: number;
  readonly home: boolean;
  readonly cluster: number;
}

const ramp = (value: number, from: number, to: number) =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));

/**
 * Two neighbouring levels at most, by how far out one is and by how many pixels a metre takes.
 * @param cabinet width of a cabinet, metres
 */
export function sightAt(scale: number, pixels: number, cabinet: number): Sight {
  const width = cabinet * pixels;
  const home = scale > 3.4 && width < narrowestFine;
  const far = scale > 4.4 && width < narrowestApart;
  const { thin } = flightPose(scale);
  return {
    pod: home ? 0 : 1,
    board: ramp(scale, 0.02, 0.45),
    cabinet: ramp(scale, 1.02, 1.45),
    outlined: thin > 0.5,
    // What is about to become an outline first fades into the paper, and the outline comes out of it.
    around: thin > 0.5 ? ramp(scale, 2.04, 2.2) * ramp(thin, 0.5, 0.7) : 1 - thin * 2,
    floor: ramp(scale, 1.5, 1.95),
    hall: far ? 0 : ramp(scale, 3.08, 3.5),
    home,
    cluster: far ? 1 : ramp(scale, 4.06, 4.5),
  };
}
