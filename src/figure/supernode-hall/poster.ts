import { annotate } from '../../placement/label/annotation.ts';
import {
  pixelsPerMetre,
  projector,
  type Camera,
  type Frame,
  type Projector,
} from '../../placement/view/camera.ts';
import { drawHall, type Drawing } from '../../placement/hall/drawing.ts';
import { floorOutline, shadowCasters } from '../../placement/hall/floor.ts';
import { focusOf } from '../../placement/hall/focus.ts';
import { planHall, type HallPlan } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { joinSolids } from '../../placement/solid/solids.ts';
import { viewpoint } from '../../placement/view/viewpoint.ts';
import { plainWords, type WordLayer } from '../../placement/label/wordLayers.ts';
import { drawSolids, type Paint } from '../axonometry/axonometry.ts';
import { floorSvg } from '../axonometry/floor.ts';
import { personSvg } from '../axonometry/person.ts';
import { wordsSvg } from '../axonometry/words.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { walkDrawing } from './walkDrawing.ts';
import { placeAnnotations } from '../../placement/label/labelLayout.ts';

/**
 * The drawing of a supernode as SVG text, from the same placement and the same view as its scene.
 *
 * @param frame size of the drawing in pixels; labels keep their size, the drawing fits
 * @param paint how the boxes are written; packed at build, where the drawing goes into a page
 * @param layers sizes of pictures that words are laid out for; at build, where the size is not known yet, several
 * @returns an `<svg>` of class `drawing`, hidden from assistive technology: the words around it say the same
 */
export function hallPoster(
  props: HallProps,
  words: HallWords,
  frame: Frame,
  paint?: Paint,
  layers: readonly WordLayer[] = plainWords,
): string {
  if (props.view === 'walk') return walkDrawing(props, words, frame, paint, layers);
  const plan = planHall(props.machine, props.layout);
  const focus = focusOf(props.machine, props.part, plan);
  const camera = viewpoint(props, plan, focus, frame);
  const drawing = drawHall(props, plan, focus, pixelsPerMetre(camera, frame));
  const project = projector(camera, frame);
  const annotations = annotate(props, plan, focus);
  const solids = joinSolids([drawing.standing, drawing.opened]);
  const person = annotations.person && { feet: annotations.person, yaw: camera.yaw };
  return [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    floor(props, drawing, project, camera),
    drawSolids(solids, camera, frame, paint),
    annotations.person ? personSvg(annotations.person, camera, project) : '',
    wordsSvg(layers, frame, project, (seen, picture) =>
      placeAnnotations(annotations, words, { solids, person, project: seen, frame: picture }),
    ),
    '</svg>',
  ].join('');
}

function floor(props: HallProps, { plan, focus }: Drawing, project: Projector, camera: Camera): string {
  if (camera.pitch <= 0.01 || props.level === 'board' || props.level === 'package') return '';
  const casters = shadowCasters(props, plan, focus);
  return floorSvg(props.layout, plan, casters, floorArea(props, plan), project);
}

/** The published floor, drawn as a rectangle with the same margin all round; its sides are not published. */
function floorArea({ level, machine }: HallProps, plan: HallPlan) {
  if (level !== 'hall' || machine.floorArea === null) return null;
  const [x, z] = floorOutline(plan, machine.floorArea);
  return { middle: [0, 0], size: [2 * x, 2 * z] } as const;
}
