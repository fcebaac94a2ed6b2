import { Group, Scene } from 'three';
import type { Palette } from '../../encoding/palette.ts';
import { tones } from '../../encoding/tone.ts';
import type { Annotations } from '../../placement/label/annotation.ts';
import { drawCluster, drawFarHome, drawRows } from '../../placement/hall/cluster.ts';
import type { ClusterPlan } from '../../placement/hall/clusterPlan.ts';
import { drawOpened, drawStanding } from '../../placement/hall/drawing.ts';
import { openedPart } from '../../placement/hall/focus.ts';
import {
  flightFocus,
  flightPose,
  propsAt,
  sightAt,
  stopBounds,
  type FlightProps,
  type Sight,
} from '../../placement/flight/flight.ts';
import { flightAnnotations, personPlace } from '../../placement/flight/flightLabels.ts';
import { floorGrid, rowShadows } from '../../placement/hall/floor.ts';
import { personContour, personHeight, personPieces } from '../../placement/solid/person.ts';
import { keepSolids, shiftSolids } from '../../placement/view/shift.ts';
import { buildSolids, type Solids } from '../../placement/solid/solids.ts';
import { createBoxes, type BoxesPart } from '../part/boxes.ts';
import { createFloor, linesAround } from '../part/floor.ts';
import { createPerson } from '../part/person.ts';

type Point = readonly [number, number, number];

/** Everything the flight passes, as a scene graph kept in step with how far out one is. Needs no browser. */
export interface FlightPicture {
  readonly scene: Scene;
  /** The chip the flight begins at: the origin of everything that is drawn, metres in the frame of the pod. */
  readonly origin: Point;
  /** Shows what is to be seen so far out; `pixels` is what a metre takes on the picture. */
  show(scale: number, pixels: number): void;
  /** What the drawing says of itself at a stop, in the frame of the pod. */
  annotations(stop: number): Annotations;
  /** Metres from the origin behind which nothing of what is drawn stands. */
  reach(): number;
  face(yaw: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

const nothing = buildSolids(tones).finish();

export function createFlightPicture(props: FlightProps, plan: ClusterPlan): FlightPicture {
  const [low, high] = stopBounds(props, plan, 0);
  const origin: Point = [(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2];
  const { machine, layout } = props;
  const focus = flightFocus(props, plan);
  const scene = new Scene();
  const chip = createBoxes();
  const board = createBoxes();
  const cabinet = createBoxes();
  const standing = createBoxes();
  const hall = createBoxes();
  const farHome = createBoxes();
  const cluster = createBoxes();
  const boxes = { chip, board, cabinet, standing, hall, farHome, cluster };
  const ground = new Group();
  ground.position.set(-origin[0], -origin[1], -origin[2]);
  const floor = createFloor();
  const hallFloor = createFloor();
  const person = createPerson(personPieces, personContour, personHeight);
  person.stand([personPlace(plan)]);
  ground.add(floor.root, hallFloor.root, person.root);
  scene.add(ground, ...Object.values(boxes).map(({ root }) => root));

  let palette: Palette | null = null;
  let sight: Sight | null = null;
  let at = -1;
  let inside: Solids = nothing;
  const near = (solids: Solids) => shiftSolids(solids, origin);

  /** A set that is made once, when it is first wanted, and for every change of `key`. */
  const lazily = (part: BoxesPart) => {
    let made: string | null = null;
    return (key: string, make: () => Solids) => {
      if (made === key) return;
      made = key;
      part.set(near(make()));
    };
  };
  const setStanding = lazily(standing);
  const setHall = lazily(hall);
  const setCluster = lazily(cluster);
  const setFarHome = lazily(farHome);
  const show = (part: BoxesPart, share: number) => {
    part.root.visible = share > 0.004;
    part.fade(1 - share);
  };
  let shadowed: boolean | null = null;
  const setFloor = (all: boolean) => {
    if (shadowed === all) return;
    shadowed = all;
    const { width, depth, height } = layout.cabinet;
    const casters = plan.pod.cabinets.filter(
      ({ classId, ordinal }) =>
        all || (classId === focus.cabinet.classId && ordinal === focus.cabinet.ordinal),
    );
    const size = [width.value, height.value, depth.value] as const;
    floor.set(floorGrid(plan.pod).lines, rowShadows(casters, size), []);
  };
  const hallArea = () => {
    const [x, z] = plan.floor.middle;
    const [halfX, halfZ] = plan.floor.size.map((side) => side / 2) as [number, number];
    const [left, right, back, front] = [x - halfX, x + halfX, z - halfZ, z + halfZ];
    return [left, front, right, front, right, back, left, back];
  };
  let hallFloored = false;
  const setHallFloor = () => {
    if (hallFloored) return;
    hallFloored = true;
    const { width, depth, height } = layout.cabinet;
    const shadows = rowShadows(plan.hall.cabinets, [width.value, height.value, depth.value]);
    hallFloor.set(floorGrid(plan.hall).lines, shadows, linesAround(hallArea()));
  };
  /** Floor and person come out of the paper with everything else. */
  const paintFloor = () => {
    if (!palette || !sight) return;
    const { paper } = palette;
    const share = sight.floor * (1 - sight.hall * (1 - Math.min(1, sight.pod)));
    const mix = (colour: Palette['grid'], part: number): Palette['grid'] => [
      paper[0] + (colour[0] - paper[0]) * part,
      paper[1] + (colour[1] - paper[1]) * part,
      paper[2] + (colour[2] - paper[2]) * part,
    ];
    const gone = share * (1 - sight.hall);
    floor.paint({ ...palette, grid: mix(palette.grid, gone), shadow: mix(palette.shadow, gone) });
    floor.root.visible = gone > 0.004;
    const around = sight.hall * (1 - sight.cluster);
    hallFloor.root.visible = around > 0.004;
    if (hallFloor.root.visible) {
      setHallFloor();
      const [grid, shadow, pencil] = (['grid', 'shadow', 'pencil'] as const).map((name) =>
        mix(palette![name], around),
      );
      hallFloor.paint({ ...palette, grid: grid!, shadow: shadow!, pencil: pencil! });
    }
    person.root.visible = sight.floor > 0.3 && sight.cluster < 0.5;
  };

  return {
    scene,
    origin,
    show(scale, pixels) {
      sight = sightAt(scale, pixels, layout.cabinet.width.value);
      if (scale !== at && sight.pod > 0) {
        inside = drawOpened(propsAt(props, 'package'), plan.pod, focus, flightPose(scale));
        const apart = near(inside);
        chip.set(keepSolids(apart, (part) => openedPart(focus, part) === 'chip'));
        if (sight.board > 0) board.set(keepSolids(apart, (part) => openedPart(focus, part) === 'board'));
        if (sight.cabinet > 0)
          cabinet.set(keepSolids(apart, (part) => openedPart(focus, part) === 'cabinet'));
      }
      at = scale;
      show(chip, sight.pod);
      show(board, sight.pod * sight.board);
      show(cabinet, sight.pod * sight.cabinet);
      show(standing, sight.pod * sight.around);
      if (standing.root.visible) {
        const look = sight.outlined ? 'faded' : 'whole';
        const coarse = layout.cabinet.width.value * pixels < 36;
        setStanding(`${look} ${String(coarse)}`, () => {
          return drawStanding(propsAt(props, 'hall'), plan.pod, focus, { look, coarse });
        });
      }
      show(hall, sight.hall);
      if (hall.root.visible) {
        const { home } = sight;
        setHall(String(home), () => drawRows(machine, layout, plan, home));
      }
      show(cluster, sight.cluster);
      if (cluster.root.visible) setCluster('', () => drawCluster(layout, plan));
      const far = sight.hall === 0 && scale > 4;
      farHome.root.visible = far;
      if (far) setFarHome('', () => drawFarHome(layout, plan));
      setFloor(!sight.outlined);
      paintFloor();
    },
    annotations(stop) {
      return flightAnnotations(props, plan, stop);
    },
    reach() {
      const bounds = stopBounds(
        props,
        plan,
        sight && sight.cluster > 0 ? 5 : sight && sight.hall > 0 ? 4 : 3,
      );
      return 4 + Math.hypot(...bounds[0].map((side, k) => bounds[1][k]! - side));
    },
    face: person.face,
    paint(next) {
      palette = next;
      for (const part of Object.values(boxes)) part.paint(next);
      person.paint(next);
      paintFloor();
    },
    dispose() {
      for (const part of [...Object.values(boxes), floor, hallFloor, person]) part.dispose();
    },
  };
}
