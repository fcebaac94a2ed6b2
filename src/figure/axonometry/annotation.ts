import { rowMark } from '../label/rowMark.ts';
import { lineHeight, type PlacedAnnotations } from '../../placement/label/labelLayout.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const line = (points: readonly (readonly number[])[]) =>
  points.map((p, i) => `${i ? 'L' : 'M'}${p[0]!.toFixed(1)} ${p[1]!.toFixed(1)}`).join('');

const dot = ([x, y]: readonly number[]) =>
  `M${(x! - 2.8).toFixed(1)} ${y!.toFixed(1)}a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0z`;

/** Labels, leaders and dimension lines as SVG, where `placeAnnotations` put them. */
export function annotationSvg({ labels, dimensions }: PlacedAnnotations): string {
  const path = (name: string, d: string) => (d === '' ? '' : `<path class="${name}" d="${d}"/>`);
  const measured = dimensions.map(({ line: ends, extensions }) => line(ends) + extensions.map(line).join(''));
  const ends = [...dimensions.flatMap((one) => one.line), ...labels.map(({ leader }) => leader[0]!)];
  // All lines and all dots are one element each, below the words.
  const out = [
    path('dimension', measured.join('')),
    path('leader', labels.map(({ leader }) => line(leader)).join('')),
    path('dimension-end', ends.map(dot).join('')),
  ];
  for (const { text, row, textAt, align } of dimensions) {
    out.push(
      `<text class="halo"${rowMark(row, true)} x="${textAt[0].toFixed(0)}" y="${textAt[1].toFixed(0)}" text-anchor="${align}">${escape(text)}</text>`,
    );
  }
  for (const { words, at, align } of labels) {
    const [x, y] = at;
    const lines = (['title', 'detail'] as const).flatMap((name) =>
      words[name] === '' ? [] : words[name].split('\n').map((text) => ({ name, text })),
    );
    lines.forEach(({ name, text }, i) =>
      out.push(
        `<text class="halo label-${name}"${rowMark(words.row, words.repeated === true)} x="${x.toFixed(0)}" y="${(y + i * lineHeight).toFixed(0)}" text-anchor="${align}">${escape(text)}</text>`,
      ),
    );
  }
  return out.join('');
}
