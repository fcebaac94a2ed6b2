import type { Paint } from '../../figure/axonometry/axonometry.ts';
import { hallPoster } from '../../figure/supernode-hall/poster.ts';
import type { WordLayer } from '../../placement/label/wordLayers.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { pixelsPerMetre, type Frame } from '../../placement/view/camera.ts';
import { focusOf } from '../../placement/hall/focus.ts';
import { planHall } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { viewpoint } from '../../placement/view/viewpoint.ts';

/** Size of a pixel of CSS on paper: a ninety-sixth of an inch, in metres. */
const pixel = 0.0254 / 96;

/** The drawing of a state as SVG text, and how much smaller than life it is at that size; 0 in perspective. */
export function drawPoster(
  props: HallProps,
  words: HallWords,
  frame: Frame,
  paint?: Paint,
  layers?: readonly WordLayer[],
): { svg: string; ratio: number } {
  const svg = hallPoster(props, words, frame, paint, layers);
  if (props.view === 'walk') return { svg, ratio: 0 };
  const plan = planHall(props.machine, props.layout);
  const camera = viewpoint(props, plan, focusOf(props.machine, props.part, plan), frame);
  return { svg, ratio: 1 / (pixelsPerMetre(camera, frame) * pixel) };
}
