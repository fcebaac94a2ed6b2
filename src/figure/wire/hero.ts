import type { Layout } from '../../data/schema/layout.ts';
import { annotate } from '../../placement/label/annotation.ts';
import { wireWay } from '../../placement/cable/route.ts';
import { flightFocus, flightPose, propsAt, type FlightProps } from '../../placement/flight/flight.ts';
import type { ClusterPlan } from '../../placement/hall/clusterPlan.ts';
import { drawOpened, drawStanding } from '../../placement/hall/drawing.ts';
import { openedPart } from '../../placement/hall/focus.ts';
import { personHeight } from '../../placement/solid/person.ts';
import { joinSolids, type Solids } from '../../placement/solid/solids.ts';
import { projector, type Camera, type Frame, type Projector } from '../../placement/view/camera.ts';
import { fitCamera, levelBounds } from '../../placement/view/viewpoint.ts';
import { keepSolids } from '../../placement/view/shift.ts';
import { trayHeight } from '../../placement/cable/overhead.ts';
import { escapeText } from '../label/svgText.ts';
import { facesOf } from '../axonometry/face.ts';
import { floorSvg } from '../axonometry/floor.ts';
import { packFaces } from '../axonometry/pack.ts';
import { personSvg } from '../axonometry/person.ts';
import { waySvg } from './way.ts';

const degrees = Math.PI / 180;
/** Size of the sheet that is drawn on before it is cut to what is on it, pixels. */
const frame: Frame = { width: 1300, height: 900 };
/** Paper around what is drawn, pixels. */
const margin = 6;

/** A drawing cut to what is on it, and where points of the hall lie in it. */
export interface CutDrawing {
  readonly width: number;
  readonly height: number;
  /** What stands inside its `<svg>`. */
  readonly inside: string;
  readonly project: Projector;
}

function cut(
  solids: Solids,
  camera: Camera,
  sheet: {
    readonly frame: Frame;
    readonly below?: string;
    readonly over?: string;
    readonly corners?: readonly (readonly number[])[];
  },
): CutDrawing {
  const faces = facesOf(solids, camera, sheet.frame);
  const points = [...faces.flatMap((face) => face.points), ...(sheet.corners ?? [])];
  const [xs, ys] = [points.map((p) => p[0]!), points.map((p) => p[1]!)];
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin].map(Math.floor) as [
    number,
    number,
  ];
  const whole = projector(camera, sheet.frame);
  return {
    width: Math.ceil(Math.max(...xs) + margin - left),
    height: Math.ceil(Math.max(...ys) + margin - top),
    inside: `<g transform="translate(${-left} ${-top})">${sheet.below ?? ''}${packFaces(faces)}${sheet.over ?? ''}</g>`,
    project(x, y, z) {
      const [across, down, near] = whole(x, y, z);
      return [across - left, down - top, near];
    },
  };
}

/** The machine that stands on the product page, whole, with its one open cabinet, its wire, and a person for scale. */
export function heroHall(props: FlightProps, plan: ClusterPlan): CutDrawing {
  const hall = propsAt(props, 'hall');
  const focus = flightFocus(props, plan);
  const camera = fitCamera(
    levelBounds(hall, plan.pod, focus),
    { yaw: 33 * degrees, pitch: 25 * degrees },
    frame,
  );
  const opened = drawOpened(hall, plan.pod, focus, flightPose(3));
  const standing = drawStanding(hall, plan.pod, focus, { look: 'whole', coarse: false });
  const { person } = annotate(hall, plan.pod, focus);
  const project = projector(camera, frame);
  const feet = person!;
  return cut(joinSolids([standing, opened]), camera, {
    frame,
    below: floor(props.layout, plan, project),
    over: waySvg(wireWay(props, plan, 3), project) + personSvg(feet, camera, project),
    corners: [project(...feet), project(feet[0], personHeight, feet[2])],
  });
}

const floor = (layout: Layout, { pod }: ClusterPlan, project: Projector): string =>
  floorSvg(layout, pod, pod.cabinets, null, project);

/** One chip of the machine with its lid off, so much larger than the hall that its dies can be told apart. */
export function heroChip(props: FlightProps, plan: ClusterPlan): CutDrawing {
  const focus = flightFocus(props, plan);
  const level = propsAt(props, 'package');
  const small: Frame = { width: 420, height: 300 };
  const camera = fitCamera(
    levelBounds(level, plan.pod, focus),
    { yaw: 35 * degrees, pitch: 44 * degrees },
    small,
  );
  const opened = drawOpened(level, plan.pod, focus, flightPose(0));
  const chip = keepSolids(opened, (part) => openedPart(focus, part) === 'chip');
  return cut(chip, camera, { frame: small });
}

/** The wire of the chip in the foreground: from the nearer die straight down, out of the drawing. */
export function heroChipWire(props: FlightProps, plan: ClusterPlan, chip: CutDrawing): string {
  const [low, high] = levelBounds(propsAt(props, 'package'), plan.pod, flightFocus(props, plan));
  const [x, y] = chip.project(
    (low[0] + high[0]) / 2,
    high[1],
    (low[2] + high[2]) / 2 + 0.18 * (high[2] - low[2]),
  );
  const d = `M${x.toFixed(1)} ${y.toFixed(1)}V${chip.height + 40}`;
  return `<path class="way-ground" d="${d}"/><path class="way way-copper" d="${d}"/>`;
}

/** A place on the drawing of the hall that words name. */
export interface HeroMark {
  readonly at: readonly [number, number];
  /** Where the words begin or end. */
  readonly words: readonly [number, number];
  readonly align: 'start' | 'end';
}

/**
 * What the words on the machine point at: copper on the first cabinet of the front row, light in the tray of the rear row, and
 * the person. The words stand on paper outside the outline.
 */
export function heroMarks(
  { layout }: FlightProps,
  { pod }: ClusterPlan,
  hall: CutDrawing,
): Record<'copper' | 'light', HeroMark> {
  const [left, back, right, front] = pod.bounds;
  const { height, depth, width } = layout.cabinet;
  const at = (x: number, y: number, z: number) => {
    const [across, down] = hall.project(x, y, z);
    return [across, down] as const;
  };
  const copper = at(left + width.value * 0.1, height.value * 0.16, front);
  const light = at(right - width.value * 1.5, trayHeight(layout, 0), back + depth.value / 2);
  return {
    copper: { at: copper, words: [copper[0] - 26, copper[1]], align: 'end' },
    light: { at: light, words: [hall.width - margin, light[1] - 74], align: 'end' },
  };
}

/** Words on a drawing with a leader to what they name. @param lines the first is set in the weight of a name */
export function heroMarkSvg({ at, words, align }: HeroMark, lines: readonly string[]): string {
  const [x, y] = words;
  const text = lines
    .map(
      (line, i) =>
        `<text class="halo label-${i === 0 ? 'title' : 'detail'}" x="${x.toFixed(0)}" y="${(y + 5 + (i - (lines.length - 1)) * 19).toFixed(0)}" text-anchor="${align}">${escapeText(line)}</text>`,
    )
    .join('');
  // Beside the words where they stand level with it, else from below them.
  const level = Math.abs(at[1] - y) < 24;
  const from = level
    ? `${(x + (align === 'end' ? 6 : -6)).toFixed(0)} ${y.toFixed(0)}`
    : `${at[0].toFixed(1)} ${(y + 12).toFixed(0)}`;
  return `<path class="leader" d="M${from}L${at[0].toFixed(1)} ${at[1].toFixed(1)}"/>${text}`;
}
