import { Scene } from 'three';
import { annotate } from '../placement/annotation.ts';
import { cameraAxes, mixCamera, type Camera } from '../placement/camera.ts';
import { drawOpened, drawStanding } from '../placement/drawing.ts';
import { floorGrid, floorOutline, rowShadows, shadowCasters } from '../placement/floor.ts';
import { focusOf, type Focus } from '../placement/focus.ts';
import { planHall, standingCabinet, type HallPlan } from '../placement/hall.ts';
import type { HallProps } from '../placement/hallProps.ts';
import type { HallWords } from '../placement/hallWords.ts';
import { placeAnnotations } from '../placement/labelLayout.ts';
import type { PartPath } from '../model/hardware/partPath.ts';
import { personHeight, personOutline } from '../placement/person.ts';
import { pickPart } from '../placement/pick.ts';
import { mixPose, poseAt, type Pose } from '../placement/pose.ts';
import type { Solids } from '../placement/solids.ts';
import { levelBounds, viewpoint } from '../placement/viewpoint.ts';
import { createBoxes } from './part/boxes.ts';
import { createFloor } from './part/floor.ts';
import { createLabels } from './part/labels.ts';
import { createPerson } from './part/person.ts';
import { startFrames } from './stage/frames.ts';
import { attachGestures } from './stage/gestures.ts';
import { readPalette, watchTheme } from './stage/palette.ts';
import { createQuality } from './stage/quality.ts';
import { takeSurface } from './stage/renderer.ts';
import { createRig, type Walker } from './stage/rig.ts';
import type { Palette } from './palette.ts';

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

/** Seconds a flight takes: long enough to follow, short enough to wait for. */
const flightSeconds = 1.1;
const degree = Math.PI / 180;
/** Pixels of the scale bar in the title block. */
const scaleBarPixels = 72;

interface Flight {
  readonly from: { camera: Camera; pose: Pose };
  readonly to: { camera: Camera; pose: Pose };
  progress: number;
}

const ease = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
const samePath = (a: PartPath, b: PartPath) =>
  a.length === b.length &&
  a.every((step, i) => step.classId === b[i]!.classId && step.ordinal === b[i]!.ordinal);

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

  const scene = new Scene();
  const [standing, opened] = [createBoxes(), createBoxes()];
  const floor = createFloor();
  const person = createPerson(personOutline, personHeight);
  scene.add(floor.root, standing.root, opened.root, person.root);

  const rig = createRig();
  const quality = createQuality();
  let props = firstProps;
  let words = firstWords;
  let plan: HallPlan = planHall(props.machine, props.layout);
  let focus: Focus = focusOf(props.machine, props.part, plan);
  let sets: { standing: Solids; opened: Solids };
  let palette: Palette = readPalette(stage);
  let camera: Camera;
  let pose = poseAt(props.level, props.explode);
  let walker: Walker = { x: 0, z: 0, heading: 0 };
  let flight: Flight | null = null;
  let lost = false;

  const frame = () => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) });
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  const paint = () => {
    for (const part of [standing, opened, floor, person]) part.paint(palette);
  };

  const placeStanding = () => {
    const look = pose.thin > 0.5 ? 'faded' : props.xray ? 'xray' : 'whole';
    sets = { ...sets, standing: drawStanding(props, plan, focus, look) };
    standing.set(sets.standing);
  };
  const placeOpened = () => {
    sets = { ...sets, opened: drawOpened(props, plan, focus, pose) };
    opened.set(sets.opened);
  };
  const placeFloor = () => {
    const { width, depth, height } = props.layout.cabinet;
    const area = props.level === 'hall' ? props.machine.floorArea : null;
    const [ax, az] = area === null ? [0, 0] : floorOutline(plan, area);
    floor.set(
      floorGrid(plan).lines,
      rowShadows(shadowCasters(props, plan, focus), [width.value, height.value, depth.value]),
      area === null ? null : [-ax, az, ax, az, ax, -az, -ax, -az],
    );
  };
  const markPicked = () => {
    const path = props.part;
    const within = (owner: PartPath) =>
      path.length > 0 &&
      owner.length >= path.length &&
      samePath(
        owner.slice(0, path.length).map((s, i) => (path[i]!.ordinal === null ? { ...s, ordinal: null } : s)),
        path,
      );
    const deep = path.length > 0 && (props.level === 'hall' || path.length > 1);
    standing.mark(deep ? (owner) => within(sets.standing.owners[owner]!) : null);
    opened.mark(deep ? (owner) => within(sets.opened.owners[owner]!) : null);
  };
  const placeAll = () => {
    placeStanding();
    placeOpened();
    placeFloor();
    markPicked();
  };

  const reach = () => Math.hypot(...plan.bounds) + 8;
  const aim = () => {
    if (props.view === 'walk') rig.walking(walker, frame());
    else rig.axonometric(camera, frame(), reach());
    person.face(props.view === 'walk' ? walker.heading : camera.yaw);
  };
  const annotatePicture = () => {
    const annotations = annotate(props, plan, focus, [sets.opened, sets.standing]);
    person.stand(annotations.person);
    if (props.view === 'walk') labels.hide();
    else labels.show(placeAnnotations(annotations, words, rig.project, frame()), frame());
    events.onScale(props.view === 'walk' ? 0 : (camera.height / frame().height) * scaleBarPixels);
  };

  const fly = (seconds: number) => {
    if (!flight) return;
    flight.progress = Math.min(1, flight.progress + seconds / flightSeconds);
    const t = ease(flight.progress);
    const before = pose;
    camera = mixCamera(flight.from.camera, flight.to.camera, t);
    pose = mixPose(flight.from.pose, flight.to.pose, t);
    if (before.thin > 0.5 !== pose.thin > 0.5) placeStanding();
    standing.fade(pose.thin > 0.5 ? 0 : pose.thin * 1.6);
    placeOpened();
    markPicked();
    if (flight.progress === 1) flight = null;
  };

  const draw = (seconds: number): boolean => {
    if (lost) return false;
    fly(seconds);
    aim();
    if (flight) labels.hide();
    else annotatePicture();
    quality.note(seconds);
    surface.draw({ scene, camera: rig.camera, paper: palette.paper }, flight ? quality.scale : 1);
    return flight !== null;
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

  const goal = () => viewpoint(props, plan, focus, frame());
  const walkIn = () => {
    const [left, , right, front] = plan.bounds;
    const at = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
    const aisle =
      at.z + props.layout.cabinet.depth.value / 2 + Math.min(1.2, props.layout.hall.aisle.value * 0.55);
    walker = {
      x: Math.min(right, at.x) - Math.min(3, (right - left) / 2),
      z: Math.min(front + 1.4, aisle),
      heading: -60 * degree,
    };
  };

  camera = goal();
  if (props.view === 'walk') walkIn();
  sets = {
    standing: drawStanding(props, plan, focus, 'whole'),
    opened: drawOpened(props, plan, focus, pose),
  };
  paint();
  placeAll();
  stage.classList.add('live');
  frames.invalidate();

  const unwatchTheme = watchTheme(() => {
    palette = readPalette(stage);
    paint();
    frames.invalidate();
  });
  const sizes = new ResizeObserver(() => frames.invalidate());
  sizes.observe(host);

  const moveCamera = (change: (camera: Camera) => Camera) => {
    flight = null;
    camera = change(camera);
    frames.invalidate();
  };
  const clampPitch = (pitch: number) => Math.max(0, Math.min(Math.PI / 2, pitch));
  const orbit = (yaw: number, pitch: number) => {
    if (props.view === 'walk') {
      walker = { ...walker, heading: walker.heading + yaw };
      frames.invalidate();
      return;
    }
    moveCamera((now) => ({ ...now, yaw: now.yaw + yaw, pitch: clampPitch(now.pitch + pitch) }));
  };
  const pan = (right: number, up: number) =>
    moveCamera((now) => ({ ...now, target: shiftTarget(now, right, up) }));
  const zoom = (factor: number) =>
    moveCamera((now) => ({ ...now, height: Math.max(0.03, Math.min(reach() * 2, now.height / factor)) }));

  const gestures = attachGestures(stage, {
    orbit: (dx, dy) => orbit(-dx * 0.006, dy * 0.006),
    pan: (dx, dy) => pan((-dx / frame().height) * camera.height, (dy / frame().height) * camera.height),
    zoom: (factor) => zoom(factor),
    pick: (x, y) => events.onPick(pickPart([sets.opened, sets.standing], rig.ray(x, y)) ?? []),
    settle: () => frames.invalidate(),
  });

  return {
    update(next, nextWords) {
      const before = { props, pose, camera };
      [props, words] = [next, nextWords];
      const machineChanged = before.props.machine !== next.machine || before.props.layout !== next.layout;
      plan = machineChanged ? planHall(next.machine, next.layout) : plan;
      focus = focusOf(next.machine, next.part, plan);
      const target = { camera: goal(), pose: poseAt(next.level, next.explode) };
      const sameView =
        !machineChanged &&
        before.props.level === next.level &&
        before.props.view === next.view &&
        before.props.explode === next.explode;
      // Picking a part on the same level points at it; it moves the camera only where another cabinet or board opens.
      const stays = sameView && boundsKey(before.props, plan) === boundsKey(next, plan);
      if (next.view === 'walk' && before.props.view !== 'walk') walkIn();
      if (stays) {
        pose = target.pose;
      } else if (still() || next.view === 'walk' || machineChanged) {
        flight = null;
        [camera, pose] = [target.camera, target.pose];
      } else {
        flight = { from: { camera, pose }, to: target, progress: 0 };
      }
      standing.fade(0);
      placeAll();
      frames.invalidate();
    },
    turn: (degrees) => orbit(degrees * degree, 0),
    tilt: (degrees) => orbit(0, degrees * degree),
    zoom,
    walk(metres, degrees) {
      const heading = walker.heading + degrees * degree;
      walker = {
        x: walker.x - Math.sin(heading) * metres,
        z: walker.z - Math.cos(heading) * metres,
        heading,
      };
      frames.invalidate();
    },
    reset() {
      if (props.view === 'walk') walkIn();
      flight = still() ? null : { from: { camera, pose }, to: { camera: goal(), pose }, progress: 0 };
      if (!flight) camera = goal();
      frames.invalidate();
    },
    explore: (on) => gestures.explore(on),
    pause: () => frames.pause(),
    resume: () => frames.resume(),
    picture() {
      aim();
      surface.draw({ scene, camera: rig.camera, paper: palette.paper }, 1);
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
      for (const part of [standing, opened, floor, person, labels]) part.dispose();
      surface.release();
      host.remove();
      stage.classList.remove('live');
    },
  };
}

/** What a level shows, as a text that is equal exactly when the picture need not move. */
function boundsKey(props: HallProps, plan: HallPlan): string {
  return JSON.stringify(levelBounds(props, plan, focusOf(props.machine, props.part, plan)));
}

/** The target moved by metres across the picture. */
function shiftTarget(camera: Camera, across: number, upwards: number): Camera['target'] {
  const { right, up } = cameraAxes(camera);
  const [x, y, z] = camera.target;
  return [
    x + right[0] * across + up[0] * upwards,
    y + up[1] * upwards,
    z + right[2] * across + up[2] * upwards,
  ];
}
