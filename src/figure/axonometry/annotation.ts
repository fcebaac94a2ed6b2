import { rowMark } from '../label/rowMark.ts';
import { lineHeight, type PlacedAnnotations } from '../../placement/label/labelLayout.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const line = (points: readonly (readonly number[])[]) =>
  points.map((p, i) => `${i ? 'L' : 'M'}${p[0]!.toFixed(1)} ${p[1]!.toFixed(1)}`).join('');

/** Labels, leaders and dimension lines as SVG, where `placeAnnotations` put them. */
export function annotationSvg({ labels, dimensions }: PlacedAnnotations): string {
  const out: string[] = [];
  for (const { text, row, line: ends, extensions, textAt, align } of dimensions) {
    out.push(
      `<path class="dimension" d="${line(ends)}${extensions.map(line).join('')}"/>`,
      ...ends.map(
        ([x, y]) => `<circle class="dimension-end" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.6"/>`,
      ),
      `<text class="halo"${rowMark(row, true)} x="${textAt[0].toFixed(0)}" y="${textAt[1].toFixed(0)}" text-anchor="${align}">${escape(text)}</text>`,
    );
  }
  for (const { words, at, align, leader } of labels) {
    const [x, y] = at;
    out.push(
      `<path class="leader" d="${line(leader)}"/><circle class="dimension-end" cx="${leader[0]![0].toFixed(1)}" cy="${leader[0]![1].toFixed(1)}" r="3"/>`,
    );
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
