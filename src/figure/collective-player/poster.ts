import { projector, type Frame } from '../../placement/view/camera.ts';
import { layerFrame, plainWords, type WordLayer } from '../../placement/label/wordLayers.ts';
import { linkWidth, playerCamera, type DrawnLink } from '../../placement/wheel/playerPicture.ts';
import type { Projector } from '../../placement/view/camera.ts';
import { drawSolids, type Paint } from '../axonometry/axonometry.ts';
import { px } from '../label/svgText.ts';
import type { PlayerDrawing } from './playerDrawing.ts';
import { playerWords, wordMargins } from './words.ts';

/**
 * A collective at a time as SVG text, from the same placement and the same view as its scene.
 * @param layers sizes of pictures that words are laid out for; at build several
 * @returns an `<svg>` of class `drawing`, hidden from assistive technology
 */
export function playerPoster(
  drawing: PlayerDrawing,
  frame: Frame,
  paint?: Paint,
  layers: readonly WordLayer[] = plainWords,
): string {
  // Room is kept for words as large as most pictures have them.
  const { scale } = layers[Math.floor((layers.length - 1) / 2)]!;
  const towers = drawing.towers.map(({ tower }) => tower);
  const camera = playerCamera(towers, drawing.solids, frame, wordMargins(drawing, scale));
  const project = projector(camera, frame);
  const words = layers.map((layer) => {
    const own = layerFrame(layer.scale, frame, project);
    const svg = playerWords(drawing, own.project, own.frame);
    if (layer.name === '') return svg;
    const scaled = layer.scale === 1 ? '' : ` transform="scale(${layer.scale})"`;
    return `<g class="words-layer ${layer.name}"${scaled}>${svg}</g>`;
  });
  return [
    `<svg class="drawing player" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    insideSvg(drawing, project),
    linksSvg(
      drawing.towers.flatMap(({ links }) => links),
      project,
      frame.width,
    ),
    drawSolids(drawing.solids, camera, frame, paint),
    ...words,
    '</svg>',
  ].join('');
}

/** What leads from a rank to the wheel that it consists of. */
function insideSvg({ towers }: PlayerDrawing, project: Projector): string {
  const lines = towers.flatMap(({ inside }) =>
    inside.map(([from, to]) => {
      const [[ax, ay], [bx, by]] = [project(...from), project(...to)];
      return `M${px(ax)} ${px(ay)}L${px(bx)} ${px(by)}`;
    }),
  );
  return lines.length > 0 ? `<path class="player-inside" d="${lines.join('')}"/>` : '';
}

/** Links by what they are made of and how heavy they are, idle ones first. */
function linksSvg(links: readonly DrawnLink[], project: Projector, picture: number): string {
  const paths = new Map<string, { width: number; d: string }>();
  for (const { points, media, weight, among } of [...links].sort((a, b) => a.weight - b.weight)) {
    const width = linkWidth({ weight, among }, picture);
    const corners = points.map((point) => project(...point));
    media.forEach((medium, index) => {
      const name = `player-link player-${medium}${weight === 0 ? ' player-idle' : ''}`;
      const key = `${name} ${width.toFixed(1)}`;
      const [[ax, ay], [bx, by]] = [corners[index]!, corners[index + 1]!];
      const d = `M${px(ax)} ${px(ay)}L${px(bx)} ${px(by)}`;
      paths.set(key, { width, d: (paths.get(key)?.d ?? '') + d });
    });
  }
  return [...paths]
    .map(
      ([key, { width, d }]) =>
        `<path class="${key.slice(0, key.lastIndexOf(' '))}" stroke-width="${width.toFixed(1)}" d="${d}"/>`,
    )
    .join('');
}
