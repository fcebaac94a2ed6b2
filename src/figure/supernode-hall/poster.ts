import { annotate } from '../../placement/label/annotation.ts';
import {
  pixelsPerMetre,
  projector,
  type Camera,
  type Frame,
  type Projector,
} from '../../placement/view/camera.ts';
import { drawHall, type Drawing } from '../../placement/hall/drawing.ts';
import { floorGrid, floorOutline, rowShadows, shadowCasters } from '../../placement/hall/floor.ts';
import { focusOf } from '../../placement/hall/focus.ts';
import { planHall } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { joinSolids } from '../../placement/solid/solids.ts';
import { viewpoint } from '../../placement/view/viewpoint.ts';
import { annotationSvg } from '../axonometry/annotation.ts';
import { drawSolids, type Paint } from '../axonometry/axonometry.ts';
import { pathOf } from '../axonometry/path.ts';
import { personSvg } from '../axonometry/person.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { placeAnnotations } from '../../placement/label/labelLayout.ts';

/**
 * The drawing of a supernode as SVG text, from the same placement and the same view as its scene.
 *
 * @param frame size of the drawing in pixels; labels keep their size, the drawing fits
 * @param paint how the boxes are written; packed at build, where the drawing goes into a page
 * @returns an `<svg>` of class `drawing`, hidden from assistive technology: the words around it say the same
 */
export function hallPoster(props: HallProps, words: HallWords, frame: Frame, paint?: Paint): string {
  const plan = planHall(props.machine, props.layout);
  const focus = focusOf(props.machine, props.part, plan);
  const camera = viewpoint(props, plan, focus, frame);
  const drawing = drawHall(props, plan, focus, pixelsPerMetre(camera, frame));
  const project = projector(camera, frame);
  const annotations = annotate(props, plan, focus, [drawing.opened, drawing.standing]);
  const placed = placeAnnotations(annotations, words, project, frame);
  return [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    floor(props, drawing, project, camera),
    drawSolids(joinSolids([drawing.standing, drawing.opened]), camera, frame, paint),
    annotations.person ? personSvg(annotations.person, camera, project) : '',
    annotationSvg(placed),
    '</svg>',
  ].join('');
}

function floor(props: HallProps, drawing: Drawing, project: Projector, camera: Camera): string {
  if (camera.pitch <= 0.01 || props.level === 'board' || props.level === 'package') return '';
  const { width, depth, height } = props.layout.cabinet;
  const at = (x: number, z: number) => project(x, 0, z);
  const grid = floorGrid(drawing.plan)
    .lines.map(([x0, z0, x1, z1]) => {
      const [a, b] = [at(x0!, z0!), at(x1!, z1!)];
      return `M${a[0].toFixed(0)} ${a[1].toFixed(0)}L${b[0].toFixed(0)} ${b[1].toFixed(0)}`;
    })
    .join('');
  const shadows = rowShadows(shadowCasters(props, drawing.plan, drawing.focus), [
    width.value,
    height.value,
    depth.value,
  ])
    .map((corners) =>
      pathOf(Array.from({ length: corners.length / 2 }, (_, i) => at(corners[2 * i]!, corners[2 * i + 1]!))),
    )
    .join('');
  const area = props.level === 'hall' ? floorArea(props, drawing, project) : '';
  return `<path class="floor-grid" d="${grid}"/><path class="floor-shadow" d="${shadows}"/>${area}`;
}

/** The published floor, drawn as a rectangle with the same margin all round; its sides are not published. */
function floorArea(props: HallProps, drawing: Drawing, project: Projector): string {
  if (props.machine.floorArea === null) return '';
  const [x, z] = floorOutline(drawing.plan, props.machine.floorArea);
  const corners = [[-x, z], [x, z], [x, -z], [-x, -z]].map(([cx, cz]) => project(cx!, 0, cz!)); // prettier-ignore
  return `<path class="floor-area" d="${pathOf(corners)}"/>`;
}
