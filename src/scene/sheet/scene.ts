import { cameraAxes, mixCamera, type Camera, type Frame } from '../../placement/view/camera.ts';
import {
  placeSheet,
  seenSheet,
  seenSolids,
  sheetCamera,
  sheetSolids,
  type Sheet,
  type SheetLabel,
} from '../../placement/sheet/sheet.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import { pickBox } from '../../placement/view/pick.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import { nearestStrand, type Strands } from '../../placement/links/strands.ts';
import { isNamed } from '../../placement/label/labelLayout.ts';
import { layerFrame } from '../../placement/label/wordLayers.ts';
import { createLabels } from '../part/labels.ts';
import { createSheetPicture } from './picture.ts';
import { attachGestures } from '../stage/gestures.ts';
import { openView } from '../stage/view.ts';

/** A sheet, and what moves in it from one state to the next. */
export interface MovingSheet {
  readonly sheet: Sheet;
  /** Where the state stands on the way that `at` describes. */
  readonly step: number;
  /** The same things at another step, on a picture of that size; null where states do not move into each other. */
  readonly at: ((step: number, frame: Frame) => Solids) | null;
  /** Sheets of one subject move into each other; another subject is there at once. */
  readonly subject: string;
  /** Boxes on the way from any sheet of the subject to any other, where `at` knows no such way. */
  readonly mix?: (before: Solids, after: Solids, share: number) => Solids;
  /** What the scene shows in place of the sheet's own boxes and lines, of which paper holds less. */
  readonly full?: FullSheet;
}

/** A sheet with all that a scene can show. */
export interface FullSheet {
  readonly solids: Solids;
  /** All lines, asked for once what they join stands still. */
  lines(): Promise<Strands>;
}

export interface SheetEvents {
  /** Length of the scale bar on the screen, metres. */
  onScale(metres: number): void;
  onLost(): void;
  onRestored(): void;
  onGone(): void;
  /** What a click met: the part of a box, or the number of a line; null where there was nothing. */
  onPick?(met: SheetPick | null): void;
}

export type SheetPick = { readonly part: PartPath } | { readonly strand: number };

export interface SheetScene {
  update(shown: MovingSheet): void;
  /** Degrees; positive to the right and upwards. */
  turn(degrees: number): void;
  tilt(degrees: number): void;
  zoom(factor: number): void;
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
/** A click this near to a line means it, pixels. */
const lineReach = 7;
/** Seconds a change takes. */
const changeSeconds = 0.3;

/** A way from one state to another: the camera's, and what stands on it at each share of the way. */
interface Change {
  readonly from: Camera;
  readonly to: Camera;
  readonly place: ((share: number) => Solids) | null;
  progress: number;
}

const ease = (t: number) => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2);

/** Starts a sheet in a stage. Throws where there is no WebGL. */
export function startSheetScene(stage: HTMLElement, first: MovingSheet, events: SheetEvents): SheetScene {
  let shown = first;
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const frame = (): Frame => ({ width: stage.clientWidth, height: stage.clientHeight });
  const picture = createSheetPicture(shown.sheet, frame());
  const labels = createLabels();
  /** The name of what is under the mouse, and whether a hand turns the drawing: words come back where it rests. */
  let hovered: SheetLabel | null = null;
  let turning = false;
  const view = openView(
    stage,
    picture,
    labels,
    {
      advance(seconds) {
        advance(seconds);
        return change !== null;
      },
      aim(rig) {
        if (!turned && !change) camera = sheetCamera(shown.sheet, view.frame());
        rig.axonometric(camera, view.frame(), reach());
        picture.face(camera.yaw);
      },
      letter({ project }, moving) {
        if (moving || turning) return labels.hide();
        const seen = layerFrame(labels.growth(), view.frame(), project);
        const solids = shown.full?.solids ?? seenSolids(shown.sheet, view.frame());
        const picture = seenSheet(shown.sheet, solids, camera.yaw, seen.project, seen.frame);
        const placed = placeSheet(shown.sheet, picture);
        // What is named already stays where it stands.
        const asked = hovered && !isNamed(placed, hovered.words);
        labels.show(asked ? placeSheet(shown.sheet, picture, hovered) : placed, seen.frame);
        events.onScale((camera.height / view.frame().height) * scaleBarPixels);
      },
    },
    events,
  );

  let camera = sheetCamera(shown.sheet, view.frame());
  /** Whether the reader has turned the sheet: then it stays as it is when the stage changes its size. */
  let turned = false;
  let change: Change | null = null;
  const reach = () => {
    const [low, high] = shown.sheet.bounds;
    return 2 * Math.hypot(...low.map((value, k) => high[k]! - value));
  };
  const advance = (seconds: number) => {
    if (!change) return;
    change.progress = Math.min(1, change.progress + seconds / changeSeconds);
    const t = ease(change.progress);
    camera = mixCamera(change.from, change.to, t);
    if (change.place) picture.place(change.place(t));
    if (change.progress === 1) endChange();
  };
  /** Which lines were asked for last; those of an earlier state are not shown. */
  let asked = 0;
  const bringLines = () => {
    const mine = ++asked;
    picture.carry(null);
    shown.full?.lines().then(
      (lines) => {
        if (mine !== asked) return;
        picture.carry(lines);
        view.invalidate();
      },
      // Without them those of the sheet stand; the next state asks again.
      () => undefined,
    );
  };
  const standing = () => shown.full?.solids ?? sheetSolids(shown.sheet, frame());
  const move = (next: (now: Camera) => Camera) => {
    endChange();
    turned = true;
    camera = next(camera);
    view.invalidate();
  };
  /** Puts everything where a change leads. */
  const endChange = () => {
    const placed = change?.place;
    change = null;
    if (!placed) return;
    picture.place(standing());
    bringLines();
  };
  const orbit = (yaw: number, pitch: number) =>
    move((now) => ({
      ...now,
      yaw: now.yaw + yaw,
      pitch: Math.max(0, Math.min(Math.PI / 2, now.pitch + pitch)),
    }));
  const zoom = (factor: number) =>
    move((now) => ({ ...now, height: Math.max(reach() / 60, Math.min(reach() * 2, now.height / factor)) }));
  const pan = (dx: number, dy: number) =>
    move((now) => {
      const { right, up } = cameraAxes(now);
      const metres = now.height / view.frame().height;
      const target = [0, 1, 2].map((k) => now.target[k]! - right[k]! * dx * metres + up[k]! * dy * metres);
      return { ...now, target: target as unknown as Camera['target'] };
    });
  const byHand = (act: () => void) => {
    turning = true;
    picture.whole(false);
    act();
  };
  const gestures = attachGestures(stage, {
    orbit: (dx, dy) => byHand(() => orbit(-dx * turnPerPixel, dy * turnPerPixel)),
    pan: (dx, dy) => byHand(() => pan(dx, dy)),
    zoom: (factor) => byHand(() => zoom(factor)),
    pick(x, y) {
      if (!events.onPick) return;
      const { links } = shown.sheet;
      const met = (solids: Solids) => {
        const box = pickBox(solids, view.rig.ray(x, y));
        return box && { part: solids.owners[solids.owner[box.box]!]! };
      };
      const strand = links ? nearestStrand(links.lines, view.rig.project, [x, y], lineReach) : -1;
      events.onPick(
        met(sheetSolids(shown.sheet, frame())) ??
          (strand < 0 ? links && met(links.beneath) : { strand }) ??
          null,
      );
    },
    hover(at) {
      const solids = seenSolids(shown.sheet, frame());
      const under = at && pickBox(solids, view.rig.ray(at.x, at.y));
      // Of names for the same box the last is the narrowest.
      const named = under ? shown.sheet.labels.findLast(({ boxes }) => boxes(solids, under.box)) : undefined;
      if (hovered === (named ?? null)) return;
      hovered = named ?? null;
      view.invalidate();
    },
    settle() {
      turning = false;
      picture.whole(true);
      view.invalidate();
    },
  });
  /** Goes to where the sheet is seen from, in a moment or at once. */
  const go = (place: Change['place']) => {
    const to = sheetCamera(shown.sheet, view.frame());
    turned = false;
    if (still()) camera = to;
    else change = { from: camera, to, place, progress: 0 };
    view.invalidate();
  };
  /** What stands on the way from another state; null where states do not move into each other. */
  const wayFrom = (before: MovingSheet, boxes: Solids): Change['place'] => {
    const { at, mix, step } = shown;
    if (at && before.step !== step) return (t) => at(before.step + (step - before.step) * t, frame());
    if (!mix) return null;
    const stood = standing();
    return (t) => mix(boxes, stood, t);
  };

  picture.place(standing());
  bringLines();

  return {
    update(next) {
      const before = shown;
      const boxes = standing();
      shown = next;
      hovered = null;
      picture.show(next.sheet, frame());
      picture.place(standing());
      const alike = before.subject === next.subject && (next.at !== null || next.mix !== undefined);
      if (!alike) {
        change = null;
        // What changed on a sheet that the reader has turned is looked at from where they are.
        turned &&= before.subject === next.subject;
        bringLines();
        view.invalidate();
        return;
      }
      const way = still() ? null : wayFrom(before, boxes);
      if (way) {
        picture.place(way(0));
        asked++;
        picture.bare();
      } else bringLines();
      go(way);
    },
    turn: (degrees) => orbit(degrees * degree, 0),
    tilt: (degrees) => orbit(0, degrees * degree),
    zoom,
    reset: () => go(null),
    explore: gestures.explore,
    pause: view.pause,
    resume: view.resume,
    picture: view.picture,
    dispose() {
      asked++;
      view.dispose();
      gestures.dispose();
    },
  };
}
