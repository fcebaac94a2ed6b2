import type { PartPath } from '../../model/hardware/partPath.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { pointingAt } from '../../placement/label/annotation.ts';
import { isNamed, placeAnnotations } from '../../placement/label/labelLayout.ts';
import { aheadOf, eyeLevel } from '../../placement/view/eyeLevel.ts';
import { levelBounds } from '../../placement/view/viewpoint.ts';
import { focusIn } from '../../placement/walk/standIn.ts';
import { createHallPicture, type HallPicture } from './picture.ts';
import { createHallTravel } from './travel.ts';
import { layerFrame } from '../../placement/label/wordLayers.ts';
import { createLabels } from '../part/labels.ts';
import { attachGestures } from '../stage/gestures.ts';
import { openView } from '../stage/view.ts';

export interface HallEvents {
  /** The part under a click, or the empty path where there is none. */
  onPick(path: PartPath): void;
  /** Length of the scale bar on the screen, metres; 0 while walking, where scale changes with distance. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
  onGone(): void;
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

const degree = Math.PI / 180;
/** Radians a dragged pixel turns. */
const turnPerPixel = 0.006;
/** Pixels of the scale bar in the title block. */
const scaleBarPixels = 72;

/** Starts the hall in a stage. Throws where there is no WebGL. */
export function startHallScene(
  stage: HTMLElement,
  firstProps: HallProps,
  firstWords: HallWords,
  events: HallEvents,
): HallScene {
  let props = firstProps;
  let words = firstWords;
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const picture = createHallPicture(props, () => ({ width: stage.clientWidth, height: stage.clientHeight }));
  const labels = createLabels();
  /** The part under the mouse, and whether a hand turns the drawing: words come back where it rests. */
  let hovered: PartPath = [];
  let turning = false;
  const view = openView(
    stage,
    picture,
    labels,
    {
      advance(seconds) {
        const pose = travel.advance(seconds);
        if (pose) picture.pose(pose);
        return travel.flying;
      },
      aim(rig) {
        picture.face(travel.aim(rig, view.frame()));
        picture.walk(travel.walker);
      },
      letter({ project }, moving) {
        if (moving || turning) return labels.hide();
        const walks = props.view === 'walk';
        const sight = walks ? eyeLevel(travel.walker, view.frame()).project : project;
        const seen = layerFrame(labels.growth(), view.frame(), sight);
        const said = picture.annotations();
        const person = said.person && { feet: said.person, yaw: travel.yaw };
        const solids = walks ? aheadOf(picture.solids(), travel.walker) : picture.solids();
        const shown = { ...seen, solids, person, others: said.others };
        const placed = placeAnnotations(said, words, shown);
        // What is named already stays where it stands.
        const asked = hovered.length > 0 && !isNamed(placed, words.part(hovered));
        labels.show(asked ? placeAnnotations(pointingAt(said, hovered), words, shown) : placed, seen.frame);
        events.onScale(walks ? 0 : (travel.height / view.frame().height) * scaleBarPixels);
      },
    },
    events,
  );
  const travel = createHallTravel(picture, props, view.frame);

  const then =
    <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      act(...given);
      view.invalidate();
    };
  const metres = (pixels: number) => (pixels / view.frame().height) * travel.height;
  const turned = <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    then((...given: Arguments) => {
      turning = true;
      act(...given);
    });
  const gestures = attachGestures(stage, {
    orbit: turned((dx, dy) => travel.orbit(-dx * turnPerPixel, dy * turnPerPixel)),
    pan: turned((dx, dy) => travel.pan(-metres(dx), metres(dy))),
    zoom: turned((factor) => travel.zoom(factor)),
    pick: (x, y) => events.onPick(picture.pick(view.rig.ray(x, y))),
    hover(at) {
      const part = at ? picture.pick(view.rig.ray(at.x, at.y)) : [];
      if (JSON.stringify(part) === JSON.stringify(hovered)) return;
      hovered = part;
      view.invalidate();
    },
    settle() {
      turning = false;
      view.invalidate();
    },
  });

  return {
    update: then((next: HallProps, nextWords: HallWords) => {
      const before = props;
      // Picking a part points at it; the camera moves only where another level, cabinet or board opens.
      const leaves = moved(before, next, picture);
      [props, words, hovered] = [next, nextWords, []];
      picture.show(next);
      if (leaves) picture.pose(travel.go(next, before, still()));
    }),
    turn: then((degrees) => travel.orbit(degrees * degree, 0)),
    tilt: then((degrees) => travel.orbit(0, degrees * degree)),
    zoom: then((factor) => travel.zoom(factor)),
    walk: then((forward, degrees) => travel.walk(forward, degrees * degree)),
    reset: then(() => travel.reset(still())),
    explore: (on) => gestures.explore(on),
    pause: view.pause,
    resume: view.resume,
    picture: view.picture,
    dispose() {
      view.dispose();
      gestures.dispose();
    },
  };
}

/** Whether the next state is looked at from elsewhere, or stands in another pose. */
function moved(before: HallProps, next: HallProps, { plan }: HallPicture): boolean {
  if (before.machine !== next.machine || before.layout !== next.layout) return true;
  if (before.view !== next.view || before.level !== next.level || before.explode !== next.explode)
    return true;
  const bounds = (props: HallProps) => levelBounds(props, plan, focusIn(props, plan)).flat().join();
  return bounds(before) !== bounds(next);
}
