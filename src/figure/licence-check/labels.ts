import type { ChainArea, ChainGate } from './chainProps.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, px, textLines } from '../label/svgText.ts';

/** A gate laid out: where each condition has its words and its scale, and where the gate stands. */
export interface Laid {
  readonly gate: ChainGate;
  readonly rows: readonly { readonly labels: readonly Words[]; readonly y: number }[];
  readonly end: number;
}

interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Row of the table twin. */
  readonly row: string | undefined;
  readonly kind: 'label-title' | 'label-detail';
}

/** Space of a line of words above a scale, in pixels. */
const line = 16;

/** Hangs gates one under the other, each as high as its conditions and their words ask. */
export function layOut(gates: readonly ChainGate[], area: ChainArea, top: number, under: boolean): Laid[] {
  const { labels, width } = area;
  const count = gates.reduce((sum, { rows }) => sum + rows.length, 0);
  const pitch = count < 6 ? 38 : 28;
  let y = top;
  return gates.map((gate, g) => {
    const { id, title, rows } = gate;
    y += labels ? (g > 0 && under ? 30 : 22) : g > 0 ? 21 : 2;
    const laid = rows.map((row, r) => {
      if (labels) {
        if (r > 0) y += pitch;
        const named: Words = { text: title, x: labels.x, y: y + 4, row: id, kind: 'label-title' };
        const asked: Words = {
          text: row.label,
          x: labels.conditions,
          y: y + 4,
          row: row.id,
          kind: 'label-detail',
        };
        return { labels: r === 0 ? [named, asked] : [asked], y };
      }
      if (r > 0) y += 14;
      const written = stackedLabels(gate, r, y + line - 4, width);
      y += line * new Set(written.map((one) => one.y)).size + 10;
      return { labels: written, y };
    });
    y += labels ? 17 : 14;
    return { gate, rows: laid, end: y };
  });
}

/** Words above a scale, across the whole width: the clause and its first condition share a line where both fit. */
function stackedLabels({ id, title, joint, rows }: ChainGate, r: number, y: number, width: number): Words[] {
  const { id: row, label } = rows[r]!;
  const first = r === 0;
  const room = width - 24;
  const start = first ? title.length * 7.2 + 10 : joint.length * 7 + 6;
  const fits = start + label.length * 6.2 <= room;
  const lead: Words = {
    text: first ? title : joint,
    x: 12,
    y,
    row: first ? id : undefined,
    kind: first ? 'label-title' : 'label-detail',
  };
  if (fits) return [lead, { text: label, x: 12 + start, y, row, kind: 'label-detail' }];
  const lines = textLines(label, room / 6.2);
  return [
    lead,
    ...lines.map((text, i): Words => ({ text, x: 12, y: y + line * (i + 1), row, kind: 'label-detail' })),
  ];
}

/** The words of a gate, and the bracket that joins its conditions where they stand beside their rows. */
export function chainLabels({ rows }: ChainGate, laid: Laid['rows'], { labels }: ChainArea): string {
  const written = laid
    .flatMap((one) => one.labels)
    .map(
      ({ text, x, y, row, kind }) =>
        `<text class="${kind} halo"${rowMark(row, true)} x="${px(x)}" y="${px(y)}">${escape(text)}</text>`,
    );
  const joined =
    labels && rows.length > 1
      ? `<path class="cliff-drop" d="M${px(labels.conditions - 6)} ${px(laid[0]!.y - 6)}h-4V${px(laid.at(-1)!.y + 6)}h4"/>`
      : '';
  return joined + written.join('');
}
