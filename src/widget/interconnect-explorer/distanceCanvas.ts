import { OUT_OF_SERVICE, type DistancePicture } from '../../model/topology/allDistances.ts';
import { CUT_OFF } from '../../model/topology/distanceTile.ts';

/** Paints distances: the more hops the heavier, black where somebody is cut off, nothing where all have failed. */
export function paintDistances(canvas: HTMLCanvasElement, { side, pixels, pairs }: DistancePicture): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  const diameter = Math.max(1, pairs.length - 1);
  pixels.forEach((hops, at) => {
    // Paper shows through: the picture follows the theme of the page.
    const share = hops === OUT_OF_SERVICE ? 0 : hops === CUT_OFF ? 1 : 0.06 + (0.62 * hops) / diameter;
    image.data[4 * at + 3] = Math.round(255 * share);
  });
  context.putImageData(image, 0, 0);
}
