import { Scene } from 'three';
import type { Level } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import { annotate, isWithin, type Annotations } from '../../placement/label/annotation.ts';
import { drawOpened, isCoarse, standingAt, standingLook } from '../../placement/hall/drawing.ts';
import { floorGrid, floorOutline, rowShadows, shadowCasters } from '../../placement/hall/floor.ts';
import { openedPart, type Focus } from '../../placement/hall/focus.ts';
import { planHall, type HallPlan } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { personContour, personHeight, personPieces } from '../../placement/solid/person.ts';
import { pickPart, type Ray } from '../../placement/view/pick.ts';
import { pixelsPerMetre, type Frame } from '../../placement/view/camera.ts';
import type { Onlooker } from '../../placement/view/eyeLevel.ts';
import { viewpoint } from '../../placement/view/viewpoint.ts';
import { roomAround } from '../../placement/walk/room.ts';
import { focusIn, standIn } from '../../placement/walk/standIn.ts';
import { drawAround } from '../../placement/walk/walkSolids.ts';
import { poseOf, type Pose } from '../../placement/solid/pose.ts';
import { joinSolids, type Solids } from '../../placement/solid/solids.ts';
import { keepSolids } from '../../placement/view/shift.ts';
import type { Palette } from '../../encoding/palette.ts';
import { createBoxes } from '../part/boxes.ts';
import { createFloor, linesAround } from '../part/floor.ts';
import { createPerson } from '../part/person.ts';

/** What is to be seen: the hall as a scene graph, kept in step with its placement. Needs no browser. */
export interface HallPicture {
  readonly scene: Scene;
  readonly plan: HallPlan;
  readonly focus: Focus;
  /** Places everything for a state, at a pose between two levels where it is given. */
  show(props: HallProps, pose?: Pose): void;
  /** Moves what moves with the pose, and nothing else. */
  pose(pose: Pose): void;
  /** Brings the detail of the hall to where someone stands in it; of no account in other views. */
  walk(onlooker: Onlooker): void;
  /** The part a line of sight meets, or the empty path. */
  pick(ray: Ray): PartPath;
  annotations(): Annotations;
  /** All boxes that are shown. */
  solids(): Solids;
  /** Turns the standing person to an eye at this azimuth, radians. */
  face(yaw: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

/** How many steps of a part's path a level has opened by itself. */
const openDepth: Record<Level, number> = { hall: 0, row: 0, cabinet: 1, board: 2, package: 3 };

/** @param frame size of the picture, which decides what is merged on faces; nothing is where there is none */
export function createHallPicture(first: HallProps, frame: (() => Frame) | null = null): HallPicture {
  const scene = new Scene();
  const standing = createBoxes();
  const opened = { cabinet: createBoxes(), board: createBoxes(), chip: createBoxes() };
  const floor = createFloor();
  const person = createPerson(personPieces, personContour, personHeight);
  const parts = [floor, standing, ...Object.values(opened), person];
  scene.add(...parts.map((part) => part.root));

  let props = first;
  let plan = planHall(props.machine, props.layout);
  let focus = focusIn(props, plan);
  let pose = poseOf(props);
  let onlooker = standIn(props, plan, focus);
  let around: Solids;
  let inside: Solids;
  let both: Solids | null = null;

  const placeStanding = () => {
    if (props.view === 'walk') around = drawAround(props, plan, focus, onlooker, pose.spread);
    else around = standingFrom();
    standing.set(around);
    both = null;
  };
  const standingFrom = () => {
    const pixels = frame ? pixelsPerMetre(viewpoint(props, plan, focus, frame()), frame()) : undefined;
    return standingAt(props, plan, focus, pose, isCoarse(props, plan, pixels));
  };
  const placeOpened = () => {
    inside = drawOpened(props, plan, focus, pose);
    both = null;
    // What a board or a chip is left alone of fades into the paper.
    const gone = { cabinet: Math.min(1, pose.alone), board: Math.max(0, pose.alone - 1), chip: 0 };
    for (const name of ['cabinet', 'board', 'chip'] as const) {
      opened[name].set(keepSolids(inside, (part) => openedPart(focus, part) === name));
      opened[name].fade(gone[name]);
    }
    floor.root.visible = pose.alone < 0.5;
    // What is about to fade to outlines first fades towards the paper.
    standing.fade(pose.thin > 0.5 ? 0 : pose.thin * 1.6);
  };
  const placeFloor = () => {
    if (props.view === 'walk') {
      const room = roomAround(props, plan, onlooker, pose.spread);
      floor.set(room.lines, room.shadows, []);
      return;
    }
    const { width, depth, height } = props.layout.cabinet;
    const area = props.level === 'hall' ? props.machine.floorArea : null;
    const [x, z] = area === null ? [0, 0] : floorOutline(plan, area);
    floor.set(
      floorGrid(plan).lines,
      rowShadows(shadowCasters(props, plan, focus), [width.value, height.value, depth.value]),
      area === null ? [] : linesAround([-x, z, x, z, x, -z, -x, -z]),
    );
  };
  const mark = () => {
    // What stands open is picked by being open; only what lies in it needs to stand out.
    const picked = props.part.length > openDepth[props.level];
    const inPicked = (solids: Solids) => (owner: number) => isWithin(solids.owners[owner]!, props.part);
    standing.mark(picked ? inPicked(around) : null);
    for (const boxes of Object.values(opened)) boxes.mark(picked ? inPicked(inside) : null);
  };

  const picture: HallPicture = {
    scene,
    get plan() {
      return plan;
    },
    get focus() {
      return focus;
    },
    show(next, at = poseOf(next)) {
      if (next.machine !== props.machine || next.layout !== props.layout) {
        plan = planHall(next.machine, next.layout);
      }
      [props, pose] = [next, at];
      focus = focusIn(next, plan);
      onlooker = standIn(next, plan, focus);
      placeStanding();
      placeOpened();
      placeFloor();
      mark();
      const said = picture.annotations();
      person.stand([...(said.person ? [said.person] : []), ...(said.others ?? [])]);
    },
    walk(next) {
      if (props.view !== 'walk' || (next.x === onlooker.x && next.z === onlooker.z)) return;
      onlooker = next;
      placeStanding();
      placeFloor();
      mark();
    },
    pose(next) {
      const swapped = standingLook(props, pose) !== standingLook(props, next);
      pose = next;
      if (swapped) placeStanding();
      placeOpened();
      mark();
    },
    pick: (ray) => pickPart([inside, around], ray) ?? [],
    annotations: () => annotate(props, plan, focus),
    solids: () => (both ??= joinSolids([around, inside])),
    face: person.face,
    paint: (palette) => parts.forEach((part) => part.paint(palette)),
    dispose: () => parts.forEach((part) => part.dispose()),
  };
  picture.show(first);
  return picture;
}
