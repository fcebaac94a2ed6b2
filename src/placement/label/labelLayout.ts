import type { PartPath } from '../../model/hardware/partPath.ts';
import { personHeight, personOutline } from '../solid/person.ts';
import type { Strands } from '../links/strands.ts';
import type { Solids } from '../solid/solids.ts';
import type { Frame, Projector } from '../view/camera.ts';
import { anchorsOf } from './anchors.ts';
import { drawnAs, isWithin, type Annotations, type Callout, type Point } from './annotation.ts';
import { groundOf, type Ground } from './ground.ts';
import type { HallWords, LabelWords } from './hallWords.ts';
import type { Pixel, PlacedAnnotations, PlacedDimension } from './placed.ts';
import { placeDimension } from './placeDimension.ts';
import type { Nameable } from './leader.ts';
import { mostLabels, placeLabels } from './placeLabels.ts';
import { seeLines } from './seeLines.ts';
import { cell, seeBoxes, type Sight } from './sight.ts';

/** A picture narrower than this has little room beside its drawing, pixels. */
export const narrow = 640;
/** Fewer labels than this, of more that could be named, and a length gives way. */
const fewest = 3;

/** A drawing as it is looked at: what is drawn, through which projection, and who stands there for scale. */
export interface Seen {
  readonly solids: Solids;
  readonly project: Projector;
  readonly frame: Frame;
  /** Feet of the person and the azimuth looked from, metres and radians; null where nobody stands. */
  readonly person: { readonly feet: Point; readonly yaw: number } | null;
  /** Feet of others who stand there, who turn the same way. */
  readonly others?: readonly Point[] | undefined;
  /** Lines between what is drawn, on which no words stand. */
  readonly lines?: Strands;
}

/** Convex outlines of all who stand on a picture, pixels. */
export function peopleOn({ project, person, others = [] }: Seen): Pixel[][] {
  return person ? [person.feet, ...others].flatMap((feet) => personOutline(feet, person.yaw, project)) : [];
}

/** The ground on which the words of a drawing may stand. */
export function groundUnder(seen: Seen): Ground {
  const { solids, project, frame, lines } = seen;
  const sight = seeBoxes(solids, project, frame);
  if (lines) seeLines(sight, lines, project);
  return groundOf(sight, peopleOn(seen), frame);
}

/**
 * Places lengths and names on the ground of a drawing. Where there is no room for three names, lengths give way: the
 * words around the drawing say them too.
 */
export function placeWords(
  names: readonly Nameable[],
  ground: Ground,
  lengths: readonly ((before: readonly PlacedDimension[]) => readonly PlacedDimension[])[],
): PlacedAnnotations {
  const enough = Math.min(fewest, names.filter(({ anchors }) => anchors.length > 0).length);
  for (let count = lengths.length; ; count--) {
    const dimensions = lengths
      .slice(0, count)
      .reduce<readonly PlacedDimension[]>((before, place) => [...before, ...place(before)], []);
    const labels = placeLabels(names, ground, dimensions);
    if (labels.length >= Math.min(enough, mostLabels(ground.frame.width)) || count === 0) {
      return { labels, dimensions };
    }
  }
}

/** Whether one of the labels placed already says these words. */
export const isNamed = ({ labels }: PlacedAnnotations, { title }: LabelWords): boolean =>
  labels.some(({ words }) => words.title.replaceAll('\n', ' ') === title);

/** Where the words of a drawing of a supernode stand. Everything in pixels of the frame. */
export function placeAnnotations(annotations: Annotations, words: HallWords, seen: Seen): PlacedAnnotations {
  const ground = groundUnder(seen);
  return placeWords(
    namesOf(annotations, words, ground, seen),
    ground,
    annotations.dimensions.map((dimension) => (before) => {
      const text = words.dimension(dimension.metres, dimension.basis);
      return placeDimension(dimension, text, seen.project, ground, before);
    }),
  );
}

/** What a drawing would name, with where each is seen. */
export function namesOf(
  { callouts }: Annotations,
  words: HallWords,
  ground: Ground,
  seen: Seen,
): readonly Nameable[] {
  return callouts.map((callout) => nameable(callout, words, ground, seen));
}

function nameable(callout: Callout, words: HallWords, ground: Ground, seen: Seen): Nameable {
  const { names, picked } = callout;
  const { solids, project } = seen;
  if (names === 'person') {
    return {
      words: words.person(personHeight),
      picked,
      anchors: personAnchors(seen),
      own: () => false,
      person: true,
    };
  }
  if ('at' in names) {
    const [x, y] = project(...names.at);
    const inside = x > 0 && y > 0 && x < seen.frame.width && y < seen.frame.height;
    const under = ground.boxAt([x, y]);
    return {
      words: words.part(names.part),
      picked,
      anchors: inside ? [[x, y]] : [],
      own: (box) => box === under,
    };
  }
  if ('boxes' in names) {
    const own = (box: number) => names.boxes(solids, box);
    const said: LabelWords = 'links' in names ? words.links(names.links) : words.part(names.part);
    return { words: said, picked, anchors: anchorsOf(ground.sight, own), own };
  }
  const part = picked ? names.part : bestSeen(names.part, ground.sight, solids);
  const boxes = drawnAs(part);
  const own = (box: number) => boxes(solids, box);
  return { words: words.part(part), picked, anchors: anchorsOf(ground.sight, own), own };
}

/** Cells from which on something is seen well enough to be pointed at. */
const wellSeen = 8;

/** The part itself where it can be seen; else the one of its kind beside it that is seen best. */
function bestSeen(part: PartPath, { box }: Sight, solids: Solids): PartPath {
  const last = part.at(-1)!;
  const kind = [...part.slice(0, -1), { classId: last.classId, ordinal: null }];
  const alike = solids.owners.map((owner) =>
    isWithin(owner, kind) ? (owner[part.length - 1]!.ordinal ?? 0) : -1,
  );
  const seen = new Map<number, number>();
  for (const index of box) {
    if (index < 0) continue;
    const ordinal = alike[solids.owner[index]!]!;
    if (ordinal >= 0) seen.set(ordinal, (seen.get(ordinal) ?? 0) + 1);
  }
  if ((seen.get(last.ordinal ?? 0) ?? 0) >= wellSeen || seen.size === 0) return part;
  const [ordinal] = [...seen].reduce((best, one) => (one[1] > best[1] ? one : best));
  return [...part.slice(0, -1), { classId: last.classId, ordinal }];
}

/** Either shoulder, either side at the hips, and the head. */
function personAnchors({ person, project, frame }: Seen): Pixel[] {
  if (!person) return [];
  const [x, y, z] = person.feet;
  const [rx, rz] = [Math.cos(person.yaw), -Math.sin(person.yaw)];
  return [
    [0, 0.7],
    [-0.07, 0.72],
    [0.07, 0.72],
    [-0.06, 0.5],
    [0.06, 0.5],
    [0, 0.95],
  ]
    .map(([across, up]): Pixel => {
      const at = project(
        x + across! * personHeight * rx,
        y + up! * personHeight,
        z + across! * personHeight * rz,
      );
      return [at[0], at[1]];
    })
    .filter(([px, py]) => px > cell && py > cell && px < frame.width - cell && py < frame.height - cell);
}
