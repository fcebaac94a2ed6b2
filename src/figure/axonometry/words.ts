import type { Frame, Projector } from '../../placement/view/camera.ts';
import { layerFrame, type WordLayer } from '../../placement/label/wordLayers.ts';
import type { PlacedAnnotations } from '../../placement/label/placed.ts';
import { annotationSvg } from './annotation.ts';

/**
 * The words of a drawing as SVG, laid out once for every layer.
 * @param place where they stand on a picture of some size
 */
export function wordsSvg(
  layers: readonly WordLayer[],
  frame: Frame,
  project: Projector,
  place: (project: Projector, frame: Frame) => PlacedAnnotations,
): string {
  return layers
    .map((layer) => {
      const own = layerFrame(layer.scale, frame, project);
      const svg = annotationSvg(place(own.project, own.frame));
      if (layer.name === '') return svg;
      const scaled = layer.scale === 1 ? '' : ` transform="scale(${layer.scale})"`;
      return `<g class="words-layer ${layer.name}"${scaled}>${svg}</g>`;
    })
    .join('');
}

/** A layer: its lines, and the group of its words. */
const layer =
  /<g class="words-layer words-\w+-(\d+)"([^>]*)>((?:(?!<\/?g[ >]).)*(?:<g class="halo">.*?<\/g>)?<\/g>)/gs;

/** A drawing with its first layer of words alone, for where it stands by itself at the size it was made for. */
export const withFirstWords = (svg: string): string =>
  svg.replaceAll(layer, (_, number, scaled, content) => (number === '1' ? `<g${scaled}>${content}` : ''));
