import { rowMark } from '../label/rowMark.ts';
import { lineOf as line, shown, tenths } from './path.ts';
import type { PlacedAnnotations } from '../../placement/label/placed.ts';
import { lineHeight } from '../../placement/label/wording.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Points as dots: strokes without length and with round ends. Those at one place are one. */
const dots = (points: readonly (readonly number[])[]): string =>
  [...new Set(points.map(([x, y]) => `M${shown(tenths(x!))} ${shown(tenths(y!))}h0`))].join('');

/** Labels, leaders and dimension lines as SVG, where `placeAnnotations` put them. */
export function annotationSvg({ labels, dimensions }: PlacedAnnotations): string {
  const path = (name: string, d: string) => (d === '' ? '' : `<path class="${name}" d="${d}"/>`);
  const measured = dimensions.map(({ line: ends, extensions }) => line(ends) + extensions.map(line).join(''));
  const ends = [...dimensions.flatMap((one) => one.line), ...labels.map(({ leader }) => leader[0]!)];
  const leaders = labels.map(({ leader }) => line(leader)).join('');
  // All lines and all dots are one element each, below the words.
  const out = [
    path('dimension', measured.join('')),
    // A stroke of paper beneath, so that a leader can be followed over whatever it runs.
    path('leader-halo', leaders),
    path('leader', leaders),
    path('dots', dots(ends)),
  ];
  const written: string[] = [];
  const anchor = (align: string) => (align === 'start' ? '' : ` text-anchor="${align}"`);
  for (const { text, row, textAt, align, large } of dimensions) {
    written.push(
      `<text${large ? ' class="ratio-large"' : ''}${rowMark(row, true)} x="${textAt[0].toFixed(0)}" y="${textAt[1].toFixed(0)}"${anchor(align)}>${escape(text)}</text>`,
    );
  }
  for (const { words, at, align } of labels) {
    const [x, y] = at;
    const lines = (['title', 'detail'] as const).flatMap((name) =>
      words[name] === '' ? [] : words[name].split('\n').map((text) => ({ name, text })),
    );
    lines.forEach(({ name, text }, i) =>
      written.push(
        `<text class="label-${name}"${rowMark(words.row, words.repeated === true)} x="${x.toFixed(0)}" y="${(y + i * lineHeight).toFixed(0)}"${anchor(align)}>${escape(text)}</text>`,
      ),
    );
  }
  if (written.length > 0) out.push(`<g class="halo">${written.join('')}</g>`);
  return out.join('');
}
