import { pixelsPerMetre, projector, type Frame } from '../../placement/view/camera.ts';
import {
  placeSheet,
  seenSheet,
  seenSolids,
  sheetCamera,
  sheetSolids,
  type Sheet,
} from '../../placement/sheet/sheet.ts';
import { plainWords, type WordLayer } from '../../placement/label/wordLayers.ts';
import { drawSolids, type Paint } from '../axonometry/axonometry.ts';
import { crossesSvg, linksSvg } from '../axonometry/links.ts';
import { pathOf } from '../axonometry/path.ts';
import { personSvg } from '../axonometry/person.ts';
import { wordsSvg } from '../axonometry/words.ts';

/** Size of a pixel of CSS on paper: a ninety-sixth of an inch, in metres. */
const pixel = 0.0254 / 96;

/**
 * A sheet as SVG text, from the same placement and the same view as its scene.
 *
 * @param frame size of the drawing in pixels; words keep their size, the drawing fits
 * @param paint how the boxes are written; packed at build, where the drawing goes into a page
 * @param layers sizes of pictures that words are laid out for; at build, where the size is not known yet, several
 * @returns an `<svg>` of class `drawing`, hidden from assistive technology, and how much smaller than life it is
 */
export function sheetPoster(
  sheet: Sheet,
  frame: Frame,
  paint?: Paint,
  layers: readonly WordLayer[] = plainWords,
): { svg: string; ratio: number } {
  const camera = sheetCamera(sheet, frame);
  const project = projector(camera, frame);
  const solids = seenSolids(sheet, frame);
  const floor = (x: number, z: number) => project(x, 0, z);
  const grid = sheet.floor.lines
    .map(([x0, z0, x1, z1]) => {
      const [a, b] = [floor(x0!, z0!), floor(x1!, z1!)];
      return `M${a[0].toFixed(0)} ${a[1].toFixed(0)}L${b[0].toFixed(0)} ${b[1].toFixed(0)}`;
    })
    .join('');
  const shadows = sheet.floor.shadows
    .map((corners) =>
      pathOf(
        Array.from({ length: corners.length / 2 }, (_, i) => floor(corners[2 * i]!, corners[2 * i + 1]!)),
      ),
    )
    .join('');
  const svg = [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    grid && `<path class="floor-grid" d="${grid}"/>`,
    shadows && `<path class="floor-shadow" d="${shadows}"/>`,
    sheet.links ? drawSolids(sheet.links.beneath, camera, frame, paint) : '',
    sheet.links ? linksSvg(sheet.links, project) : '',
    drawSolids(sheetSolids(sheet, frame), camera, frame, paint),
    sheet.links ? crossesSvg(sheet.links, project) : '',
    sheet.person ? personSvg(sheet.person, camera, project) : '',
    wordsSvg(layers, frame, project, (seen, picture) =>
      placeSheet(sheet, seenSheet(sheet, solids, camera.yaw, seen, picture)),
    ),
    '</svg>',
  ].join('');
  return { svg, ratio: 1 / (pixelsPerMetre(camera, frame) * pixel) };
}
