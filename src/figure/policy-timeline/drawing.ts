import type { TimelineProps, TimelineFrame } from './timelineProps.ts';
import { timelineAcross } from './across.ts';
import { duelAcross } from './duelAcross.ts';
import { duelDown } from './duelDown.ts';
import { timelineStack } from './stack.ts';

/** In narrower drawings time runs from the top down, and measures alone in a column, their names over them. */
const narrowest = 560;

export const isUpright = ({ width }: TimelineFrame): boolean => width < narrowest;

/** The body of a drawing and its height: measures alone as high as their frame, the duel as high as it needs. */
function drawn(
  props: TimelineProps,
  frame: TimelineFrame,
): { readonly body: string; readonly height: number } {
  const { width, height } = frame;
  const upright = isUpright(frame);
  if (props.measures) return { body: (upright ? timelineStack : timelineAcross)(props, frame), height };
  return upright ? { body: duelDown(props, frame), height } : duelAcross(props, width);
}

/** The moves of two sides along an axis of time, as SVG text. */
export function policyTimeline(props: TimelineProps, frame: TimelineFrame): string {
  const { body, height } = drawn(props, frame);
  return `<svg class="drawing moves${isUpright(frame) ? ' moves-upright' : ''}" data-value="" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" aria-hidden="true" focusable="false">${body}</svg>`;
}
