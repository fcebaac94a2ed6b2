import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';
import { chartSvg } from './chart.ts';
import { eyeSvg } from './eye.ts';
import { reachLayout } from './layout.ts';
import type { ReachFrame, ReachProps } from './reachProps.ts';
import { sectionSvg } from './section.ts';
import { sharesSvg } from './shares.ts';

/**
 * A section through two cabinets joined by a link, to scale; under it, over the same metres, what the link loses and what it
 * may lose; the eye that the far chip sees.
 * @param frame pixels
 */
export function copperReach(props: ReachProps, frame: ReachFrame): string {
  const layout = reachLayout(frame);
  const { eye, verdict, left, small } = layout;
  const { words, bits } = props;
  const start = small ? 8 : left - 44;
  const room = eye.x - 12 - start;
  const line = (text: string, className: string, y: number) =>
    `<text class="${className}"${rowMark('link', true)} x="${px(start)}" y="${px(y)}">${escapeText(text)}</text>`;
  const details = wrapText(words.what, room / 1.12, 13).map((text, i) =>
    line(text, 'label-title', verdict + 20 + i * 17),
  );
  const large =
    textWidth(words.verdict, 26) * 0.95 > room ? 'reach-verdict reach-verdict-small' : 'reach-verdict';
  // Where the words leave room, the eye says beside it what it is.
  const beside = eye.x - 10 - textWidth(words.eye, 12.5) * 1.1;
  const eyeName =
    beside > start + Math.max(...details.map(() => textWidth(words.what, 13) * 1.1))
      ? `<text class="label-detail" x="${px(eye.x - 10)}" y="${px(eye.y + 16)}" text-anchor="end">${escapeText(words.eye)}</text>`
      : '';
  return [
    `<svg class="drawing reach" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    chartSvg(layout, props),
    sectionSvg(layout, props),
    eyeSvg(eye, bits, props.open),
    eyeName,
    line(words.verdict, large, verdict),
    details.join(''),
    sharesSvg(layout, frame, props.shares, words.shares),
    '</svg>',
  ].join('');
}
