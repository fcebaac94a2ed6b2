import type { Frame } from '../../placement/view/camera.ts';
import { posterFrames } from '../../placement/label/wordLayers.ts';
import type { ClusterPlan } from '../../placement/hall/clusterPlan.ts';
import { flightCameras, type FlightProps } from '../../placement/flight/flight.ts';
import { formatNumber } from '../../encoding/format.ts';
import { lengthText } from '../../placement/flight/flightLabels.ts';

/** Frame of the drawings made at build, in pixels. */
export const posterFrame: Frame = posterFrames.flight;

/** Size of a pixel of CSS on paper: a ninety-sixth of an inch, in metres. */
const pixel = 0.0254 / 96;

/** How much smaller or larger than life a drawing is: `1 : 420`, to two digits. */
export function ratioText(metresPerPixel: number): string {
  const ratio = metresPerPixel / pixel;
  return ratio >= 1
    ? `1 : ${formatNumber(Number(ratio.toPrecision(2)))}`
    : `${formatNumber(Number((1 / ratio).toPrecision(2)))} : 1`;
}

/** The scale of the drawing of a stop, 0 to 5 outwards. */
export function scaleText(props: FlightProps, plan: ClusterPlan, stop: number): string {
  return ratioText(flightCameras(props, plan, posterFrame)[stop]!.height / posterFrame.height);
}

/** The longest of 1, 2, 5, 10 … metres (or parts of one) that is no longer than a length, with its share of it. */
export function scaleBarOf(metres: number): { readonly share: number; readonly text: string } {
  const power = 10 ** Math.floor(Math.log10(metres));
  const digit = [5, 2, 1].find((candidate) => candidate * power <= metres * (1 + 1e-9)) ?? 1;
  return { share: (digit * power) / metres, text: lengthText(digit * power) };
}
