import { annotate } from '../placement/annotation.ts';
import { pixelsPerMetre, projector, type Camera, type Frame, type Projector } from '../placement/camera.ts';
import { drawHall, type Drawing } from '../placement/drawing.ts';
import { floorGrid, floorOutline, rowShadows, shadowCasters } from '../placement/floor.ts';
import { focusOf } from '../placement/focus.ts';
import { planHall } from '../placement/hall.ts';
import type { HallProps } from '../placement/hallProps.ts';
import { joinSolids } from '../placement/solids.ts';
import { viewpoint } from '../placement/viewpoint.ts';
import { drawSolids, pathOf } from './axonometry.ts';
import type { HallWords } from '../placement/hallWords.ts';
import { placeAnnotations, type PlacedAnnotations } from '../placement/labelLayout.ts';
import { personHeight, personPieces } from '../placement/person.ts';

/**
 * The drawing of a supernode as SVG text, from the same placement and the same view as its scene.
 *
 * @param frame size of the drawing in pixels; labels keep their size, the drawing fits
 * @returns an `<svg>` of class `drawing`, hidden from assistive technology: the words around it say the same
 */
export function hallPoster(props: HallProps, words: HallWords, frame: Frame): string {
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
    drawSolids(joinSolids([drawing.standing, drawing.opened]), camera, frame),
    annotations.person ? person(annotations.person, camera, project) : '',
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

function person(feet: readonly [number, number, number], camera: Camera, project: Projector): string {
  const [rx, rz] = [Math.cos(camera.yaw), -Math.sin(camera.yaw)];
  const pieces = personPieces.map((piece) =>
    pathOf(
      piece.map(([x, y]) =>
        project(feet[0] + x * personHeight * rx, feet[1] + y * personHeight, feet[2] + x * personHeight * rz),
      ),
    ),
  );
  return `<path class="person" d="${pieces.join('')}"/>`;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const line = (points: readonly (readonly number[])[]) =>
  points.map((p, i) => `${i ? 'L' : 'M'}${p[0]!.toFixed(1)} ${p[1]!.toFixed(1)}`).join('');

function annotationSvg({ labels, dimensions }: PlacedAnnotations): string {
  const out: string[] = [];
  for (const { text, line: ends, extensions, textAt, align } of dimensions) {
    out.push(
      `<path class="dimension" d="${line(ends)}${extensions.map(line).join('')}"/>`,
      ...ends.map(
        ([x, y]) => `<circle class="dimension-end" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.6"/>`,
      ),
      `<text class="halo" x="${textAt[0].toFixed(0)}" y="${textAt[1].toFixed(0)}" text-anchor="${align}">${escape(text)}</text>`,
    );
  }
  for (const { words, at, align, leader } of labels) {
    const [x, y] = at;
    out.push(
      `<path class="leader" d="${line(leader)}"/><circle class="dimension-end" cx="${leader[0]![0].toFixed(1)}" cy="${leader[0]![1].toFixed(1)}" r="3"/>`,
      `<text class="halo label-title" x="${x.toFixed(0)}" y="${y.toFixed(0)}" text-anchor="${align}">${escape(words.title)}</text>`,
      words.detail
        ? `<text class="halo label-detail" x="${x.toFixed(0)}" y="${(y + 18).toFixed(0)}" text-anchor="${align}">${escape(words.detail)}</text>`
        : '',
    );
  }
  return out.join('');
}
