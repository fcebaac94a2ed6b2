import { Scene } from 'three';
import type { Palette } from '../../encoding/palette.ts';
import type { Point } from '../../placement/label/annotation.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import { linkWidth, type DrawnLink } from '../../placement/wheel/playerPicture.ts';
import { createBands, type Band } from '../part/bands.ts';
import { createBoxes } from '../part/boxes.ts';

/** What the scene draws of a collective at a time. */
export interface PlayedPicture {
  readonly solids: Solids;
  readonly links: readonly DrawnLink[];
  /** Lines in ink that carry nothing. */
  readonly inside: readonly (readonly [Point, Point])[];
}

/** A collective at a time as a scene graph. Needs no browser. */
export interface PlayerPicture {
  readonly scene: Scene;
  /** @param width of the picture, pixels */
  show(picture: PlayedPicture, width: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

const still = [0, 0, 0, 0] as const;
/** How much of its ink is left of a link that idles, and of a line that carries nothing. */
const faint = { idle: 0.42, inside: 0.5 } as const;

/** Links as bands, the heaviest last. @param width of the picture, pixels */
export function bandsOf({ links, inside }: Pick<PlayedPicture, 'links' | 'inside'>, width: number): Band[] {
  const lines = inside.map(([from, to]): Band => ({ from, to, shift: still, look: [0.8, 2, faint.inside] }));
  const sorted = [...links].sort((a, b) => a.weight - b.weight);
  return [
    ...lines,
    ...sorted.flatMap(({ points, media, weight, among }) =>
      media.map((medium, index): Band => ({
        from: points[index]!,
        to: points[index + 1]!,
        shift: still,
        look: [
          linkWidth({ weight, among }, width),
          medium === 'light' ? 1 : 0,
          weight === 0 ? faint.idle : 1,
        ],
      })),
    ),
  ];
}

export function createPlayerPicture(first: PlayedPicture, firstWidth: number): PlayerPicture {
  const scene = new Scene();
  const boxes = createBoxes();
  const bands = createBands();
  // What links lead to stands over them.
  bands.root.renderOrder = 0;
  boxes.root.renderOrder = 3;
  boxes.root.children.forEach((child) => (child.renderOrder = 3));
  const parts = [bands, boxes];
  scene.add(...parts.map((part) => part.root));
  let solids: Solids | undefined;
  const show = (picture: PlayedPicture, width: number) => {
    if (picture.solids !== solids) boxes.set(picture.solids);
    solids = picture.solids;
    bands.set(bandsOf(picture, width));
  };
  show(first, firstWidth);
  return {
    scene,
    show,
    paint: (palette) => parts.forEach((part) => part.paint(palette)),
    dispose: () => parts.forEach((part) => part.dispose()),
  };
}
