import type { TimelineProps, TimelineFrame } from './timelineProps.ts';
import { timelineAcross } from './across.ts';
import { timelineDown } from './down.ts';
import { timelineStack } from './stack.ts';

/** In narrower drawings time runs from the top down, and measures stand in a column with their names over them. */
const narrowest = 560;

export const isUpright = ({ width }: TimelineFrame): boolean => width < narrowest;

/** The moves of two sides along an axis of time, as SVG text. */
export function policyTimeline(props: TimelineProps, frame: TimelineFrame): string {
  const draw = !isUpright(frame) ? timelineAcross : props.measures ? timelineStack : timelineDown;
  const body = draw(props, frame);
  return `<svg class="drawing moves" data-value="" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">${body}</svg>`;
}
