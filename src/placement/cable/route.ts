import { faceSetback, plateTop } from '../cabinet/openCabinet.ts';
import { flightFocus, flightPose, outermost, propsAt, type FlightProps } from '../flight/flight.ts';
import { clusterWays, type ClusterPlan } from '../hall/clusterPlan.ts';
import { standingCabinet } from '../hall/hall.ts';
import type { Point } from '../label/annotation.ts';
import { poseAt } from '../solid/pose.ts';
import { trayOf } from '../board/tray.ts';
import { levelBounds } from '../view/viewpoint.ts';
import { crossStep, trayHeight } from './overhead.ts';

/** Pieces of the way of one wire, metres. */
export interface Way {
  readonly medium: 'copper' | 'light';
  readonly points: readonly Point[];
}

/** How far behind the boards the wire rises, from the back of the cabinet, metres: between the boards across. */
const riser = 0.16;

/**
 * The way of one chip's wire through the machine that is drawn, as it stands at a stop of the flight. What is published of it
 * is that it is copper as far as the cabinet reaches and light from there; where exactly it runs is a sketch.
 * @param stop 0 to 5, outwards; what lies further out than its box is left out
 */
export function wireWay(props: FlightProps, plan: ClusterPlan, stop: number): readonly Way[] {
  return stop === outermost ? clusterWay(plan) : machineWay(props, plan, stop);
}

function machineWay(props: FlightProps, plan: ClusterPlan, stop: number): readonly Way[] {
  const { layout } = props;
  const focus = flightFocus(props, plan);
  const cabinet = standingCabinet(plan.pod, focus.cabinet.classId, focus.cabinet.ordinal);
  const depth = trayOf(layout, focus.board!.classId)!.depth.value;
  const slide = (flightPose(stop).slide - poseAt('package', false).slide) * depth;
  const [low, high] = levelBounds(propsAt(props, 'package'), plan.pod, focus);
  const [x, y] = [(low[0] + high[0]) / 2, low[1] + 0.004];
  const z = (low[2] + high[2]) / 2 + slide;
  const edge = low[2] + slide;
  const face = cabinet.z + layout.cabinet.depth.value / 2 - faceSetback + flightPose(stop).slide * depth;
  const back = cabinet.z - layout.cabinet.depth.value / 2 + riser;
  const top = layout.cabinet.height.value;
  const tray = trayHeight(layout, 0) + 0.02;
  const die = 0.25 * (high[2] - low[2]);
  const start: Point = [x, y, z + die];
  // On a board or a chip alone the wire is seen to leave, and no further.
  if (stop === 0) return [{ medium: 'copper', points: [start, [x, y, edge - 0.02]] }];
  if (stop === 1) return [{ medium: 'copper', points: [start, [x, y, face - depth - 0.06]] }];
  const inner = y - plateTop / 2;
  const copper: Point[] = [start, [x, y, edge], [x, inner, face - depth], [x, inner, back], [x, top, back]];
  if (stop === 2)
    return [
      { medium: 'copper', points: copper },
      {
        medium: 'light',
        points: [
          [x, top, back],
          [x, tray + 0.1, back],
        ],
      },
    ];
  const hubs = plan.pod.cabinets.filter(({ classId }) => classId !== cabinet.classId);
  const hub = hubs.reduce((sum, one) => sum + one.x, 0) / hubs.length;
  const light: Point[] = [
    [x, top, back],
    [x, tray, back],
    [x, tray, cabinet.z],
    [hub, tray, cabinet.z],
  ];
  if (stop >= 4) {
    const far = Math.min(...plan.hall.cabinets.map((one) => one.z));
    light.push([hub, tray + crossStep, cabinet.z], [hub, tray + crossStep, far]);
  } else light.push([hub, top, cabinet.z]);
  return [
    { medium: 'copper', points: copper },
    { medium: 'light', points: light },
  ];
}

/** Out of the hall one began in, along the street before it and across to the last row. */
function clusterWay(plan: ClusterPlan): readonly Way[] {
  const ways = clusterWays(plan);
  const [, street] = ways.at(-2)!;
  const [hub, last] = ways.at(-1)!;
  return [
    {
      medium: 'light',
      points: [
        [plan.floor.middle[0], 0, plan.floor.middle[1]],
        [plan.floor.middle[0], 0, street],
        [hub, 0, street],
        [hub, 0, last],
      ],
    },
  ];
}
