import { cabinetDrawing, addClosedCabinet } from '../../placement/cabinet/cabinet.ts';
import { projector, type Camera, type Frame, type Projector } from '../../placement/view/camera.ts';
import { addFarHall, addCoarseOverhead } from '../../placement/hall/cluster.ts';
import { clusterWays, type ClusterPlan, type Offset } from '../../placement/hall/clusterPlan.ts';
import { flightCameras, flightFocus, outermost, type FlightProps } from '../../placement/flight/flight.ts';
import { flightAnnotations } from '../../placement/flight/flightLabels.ts';
import { flightSolids, openedAt } from '../../placement/flight/flightSolids.ts';
import type { HallPlan, StandingCabinet } from '../../placement/hall/hall.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { placeAnnotations } from '../../placement/label/labelLayout.ts';
import { buildSolids, type Solids, type SolidsBuilder } from '../../placement/solid/solids.ts';
import { tones } from '../../encoding/tone.ts';
import { plainWords, type WordLayer } from '../../placement/label/wordLayers.ts';
import { drawSolids } from '../axonometry/axonometry.ts';
import { floorSvg } from '../axonometry/floor.ts';
import { personSvg } from '../axonometry/person.ts';
import { wordsSvg } from '../axonometry/words.ts';

/** What stands in an axonometric drawing more than once is drawn once and set again at other places. */
interface Stamp {
  readonly id: string;
  readonly svg: string;
}

const solidsOf = (add: (solids: SolidsBuilder) => void): Solids => {
  const solids = buildSolids(tones);
  add(solids);
  return solids.finish();
};

const stamp = (id: string, svg: string): Stamp => ({
  id,
  svg: `<g id="${id}" class="drawing">${svg}</g>`,
});

/** Sets a stamp at places of the floor, given in the order in which they are painted. */
function set({ id }: Stamp, places: readonly Offset[], project: Projector): string {
  const origin = project(0, 0, 0);
  return places
    .map(([x, z]) => {
      const at = project(x, 0, z);
      const [dx, dy] = [at[0] - origin[0], at[1] - origin[1]].map((value) => Number(value.toFixed(1)));
      return `<use href="#${id}" x="${dx!}" y="${dy!}"/>`;
    })
    .join('');
}

const hidden = (stamps: readonly Stamp[]) => `<defs>${stamps.map(({ svg }) => svg).join('')}</defs>`;

/**
 * The drawing of one stop as SVG text, from the same placement and the same view as the flight.
 *
 * @param stop 0 to 5, outwards
 * @param layers sizes of pictures that words are laid out for
 * @param name stands before the ids inside, which must be unique on a page
 */
export function powersPoster(
  props: FlightProps,
  plan: ClusterPlan,
  stop: number,
  words: HallWords,
  {
    frame,
    name,
    layers = plainWords,
    over = () => '',
  }: {
    frame: Frame;
    name: string;
    layers?: readonly WordLayer[];
    /** What is drawn over the solids and below the words. */
    over?: (project: Projector) => string;
  },
): string {
  const camera = flightCameras(props, plan, frame)[stop]!;
  const project = projector(camera, frame);
  const view: View = { props, plan, camera, frame, project, name: `${name}-${stop}` };
  const opened = openedAt(props, plan, stop);
  const drawn =
    stop < 3
      ? drawSolids(opened, camera, frame)
      : stop === 3
        ? drawPod(view, opened)
        : stop === outermost
          ? drawFar(view)
          : drawNear(view);
  const said = flightAnnotations(props, plan, stop);
  const solids = flightSolids(props, plan, stop);
  const person = said.person && { feet: said.person, yaw: camera.yaw };
  return [
    `<svg class="drawing${stop > 3 ? ' wide-sight' : ''}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true" focusable="false">`,
    stop >= 2 && stop < outermost ? (stop < 4 ? podFloor(view, stop) : hallFloor(view)) : '',
    drawn,
    over(project),
    said.person ? personSvg(said.person, camera, project) : '',
    `<g class="drawing labels">${wordsSvg(layers, frame, project, (seen, picture) => placeAnnotations(said, words, { solids, person, project: seen, frame: picture }))}</g>`,
    '</svg>',
  ].join('');
}

interface View {
  readonly props: FlightProps;
  readonly plan: ClusterPlan;
  readonly camera: Camera;
  readonly frame: Frame;
  readonly project: Projector;
  readonly name: string;
}

/** Everything is drawn where it stands from the middle of a wide sheet, so that no stamp is cut by the frame. */
function wide(view: View, solids: Solids): string {
  const room = 4000;
  const { camera, frame } = view;
  const scale = frame.height / camera.height;
  const big = { width: frame.width + 2 * room, height: frame.height + 2 * room };
  const svg = drawSolids(solids, { ...camera, height: big.height / scale }, big);
  return `<g transform="translate(${-room} ${-room})">${svg}</g>`;
}

function closedStamps(view: View, id: string): Map<string, Stamp> {
  const { machine, layout } = view.props;
  const classes = [...new Set(view.plan.pod.cabinets.map(({ classId }) => classId))];
  return new Map(
    classes.map((classId) => {
      const drawing = cabinetDrawing(machine, layout, classId);
      const solids = solidsOf((all) =>
        addClosedCabinet(
          all,
          drawing,
          { classId, ordinal: 1, row: 0, x: 0, z: 0 },
          { coarse: true, look: 'whole' },
        ),
      );
      return [classId, stamp(`${view.name}-${id}${classId[0]!}`, wide(view, solids))];
    }),
  );
}

/** Cabinets from the farthest to the nearest; `opened` in the place of the open one. */
function closedCabinets(
  view: View,
  cabinets: readonly StandingCabinet[],
  stamps: ReadonlyMap<string, Stamp>,
  opened: string | null,
): string {
  const { cabinet } = flightFocus(view.props, view.plan);
  return [...cabinets]
    .sort((a, b) => a.z - b.z || a.x - b.x)
    .map(({ classId, ordinal, x, z }) =>
      opened !== null && classId === cabinet.classId && ordinal === cabinet.ordinal
        ? opened
        : set(stamps.get(classId)!, [[x, z]], view.project),
    )
    .join('');
}

const overhead = (view: View, plan: HallPlan) =>
  solidsOf((all) => addCoarseOverhead(all, view.props.layout, plan));

function drawPod(view: View, opened: Solids): string {
  const stamps = closedStamps(view, '');
  const { camera, frame } = view;
  return (
    hidden([...stamps.values()]) +
    closedCabinets(view, view.plan.pod.cabinets, stamps, drawSolids(opened, camera, frame)) +
    drawSolids(overhead(view, view.plan.pod), camera, frame)
  );
}

function drawNear(view: View): string {
  const stamps = closedStamps(view, '');
  const { hall } = view.plan;
  // Every row of the hall is like its first.
  const front = hall.cabinets.filter(({ row }) => row === 0);
  const row = stamp(`${view.name}-r`, closedCabinets(view, front, stamps, null));
  const rows = [...new Set(hall.cabinets.map(({ z }) => z))].sort((a, b) => a - b);
  const places = rows.map((z): Offset => [0, z - front[0]!.z]);
  return (
    hidden([...stamps.values(), row]) +
    set(row, places, view.project) +
    drawSolids(overhead(view, hall), view.camera, view.frame)
  );
}

function drawFar(view: View): string {
  const { props, plan, project } = view;
  const far = stamp(
    `${view.name}-h`,
    wide(
      view,
      solidsOf((all) => addFarHall(all, props.layout, plan, [0, 0])),
    ),
  );
  const ways = clusterWays(plan)
    .map(([x0, z0, x1, z1]) => {
      const [a, b] = [project(x0, 0, z0), project(x1, 0, z1)];
      return `M${a[0].toFixed(1)} ${a[1].toFixed(1)}L${b[0].toFixed(1)} ${b[1].toFixed(1)}`;
    })
    .join('');
  return `${hidden([far])}<path class="way-light" d="${ways}"/>${set(far, plan.halls, project)}`;
}

function podFloor({ props, plan, project }: View, stop: number): string {
  const focus = flightFocus(props, plan);
  const casters = plan.pod.cabinets.filter(
    ({ classId, ordinal }) =>
      stop > 2 || (classId === focus.cabinet.classId && ordinal === focus.cabinet.ordinal),
  );
  return floorSvg(props.layout, plan.pod, casters, null, project);
}

const hallFloor = ({ props, plan, project }: View): string =>
  floorSvg(props.layout, plan.hall, plan.hall.cabinets, plan.floor, project);
