import { annotate } from '../../placement/label/annotation.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { placeAnnotations } from '../../placement/label/labelLayout.ts';
import { plainWords, type WordLayer } from '../../placement/label/wordLayers.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { poseOf } from '../../placement/solid/pose.ts';
import { personOutline } from '../../placement/solid/person.ts';
import type { Frame } from '../../placement/view/camera.ts';
import { eyeLevel } from '../../placement/view/eyeLevel.ts';
import { roomAround } from '../../placement/walk/room.ts';
import { walkHall } from '../../placement/walk/walkHall.ts';
import { paintInOrder, type Paint } from '../axonometry/axonometry.ts';
import { pathOf } from '../axonometry/path.ts';
import { wordsSvg } from '../axonometry/words.ts';
import { eyeFaces } from './eyeFaces.ts';

/**
 * A hall as it looks from between its rows at the height of the eyes, as SVG text: the same placement as its scene on foot,
 * in perspective.
 * @param frame pixels
 * @param paint how the boxes are written; packed at build
 * @param layers sizes of pictures that words are laid out for
 */
export function walkDrawing(
  props: HallProps,
  words: HallWords,
  frame: Frame,
  paint: Paint = paintInOrder,
  layers: readonly WordLayer[] = plainWords,
): string {
  const { plan, focus, onlooker, solids } = walkHall(props);
  const view = eyeLevel(onlooker, frame);
  const room = roomAround(props, plan, onlooker, poseOf(props).spread);
  const lines = room.lines.flatMap(([x0, y0, z0, x1, y1, z1]) => {
    const ends = clip(view.polygon([[x0, y0, z0], [x1, y1, z1]]), frame); // prettier-ignore
    return ends ? [`M${ends.map((end) => end.map(Math.round).join(' ')).join('L')}`] : [];
  });
  const shadows = room.shadows.map((corners) =>
    view.polygon(
      Array.from({ length: corners.length / 2 }, (_, i) => [corners[2 * i]!, 0, corners[2 * i + 1]!]),
    ),
  );
  const said = annotate(props, plan, focus);
  const standing = [...(said.person ? [said.person] : []), ...(said.others ?? [])];
  const outlines = standing.flatMap((feet) => personOutline(feet, onlooker.heading, view.project));
  const person = said.person && { feet: said.person, yaw: onlooker.heading };
  return [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    `<path class="floor-shadow" d="${shadows.filter((one) => one.length > 2).map(pathOf).join('')}"/>`,
    `<path class="floor-grid" d="${lines.join('')}"/>`,
    paint(eyeFaces(solids, onlooker, view, frame)),
    `<path class="person" d="${outlines.map(pathOf).join('')}"/>`,
    wordsSvg(layers, frame, view.project, (seen, picture) =>
      placeAnnotations(said, words, { solids, person, others: said.others, project: seen, frame: picture }),
    ),
    '</svg>',
  ].join(''); // prettier-ignore
}

type Ends = readonly (readonly [number, number])[];

/** The stretch of a line on the picture, or null. */
function clip([a, b]: Ends, { width, height }: Frame): Ends | null {
  if (!a || !b) return null;
  let [from, to] = [0, 1];
  for (const [k, end] of [[0, width], [1, height]] as const) {
    const step = b[k] - a[k];
    if (Math.abs(step) < 1e-9) {
      if (a[k] < 0 || a[k] > end) return null;
      continue;
    }
    const meets = [-a[k] / step, (end - a[k]) / step];
    [from, to] = [Math.max(from, Math.min(...meets)), Math.min(to, Math.max(...meets))];
  } // prettier-ignore
  if (from >= to) return null;
  const at = (t: number) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t] as const;
  return [at(from), at(to)];
}
