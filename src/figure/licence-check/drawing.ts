import { licenceChain } from './chain.ts';
import type { ChainProps } from './chainProps.ts';
import { chipMeasured, type MeasuresProps } from './measures.ts';
import { escapeText, px, textLines } from '../label/svgText.ts';

export interface CheckProps {
  readonly chip: string;
  readonly measures: MeasuresProps;
  readonly chain: ChainProps;
  /** What no licence answers, kept in sight under every chain. */
  readonly foot: string;
}

/** The verdict of one day or of two, large, and under it the clauses that led there; as high as its words ask. */
export function licenceCheck({ chip, measures, chain, foot }: CheckProps, width: number): string {
  const wide = width >= 900;
  const narrow = width < 600;
  const edge = wide ? 32 : narrow ? 12 : 20;
  const labels = narrow
    ? null
    : wide
      ? { x: edge, conditions: 164, columns: 352 }
      : { x: edge, conditions: 134, columns: 294 };
  const given = chipMeasured(chip, measures, { x: edge, top: narrow ? 22 : 30, narrow });
  const area = {
    width: width - (wide ? 20 : 0),
    top: narrow ? given.bottom + 18 : 18,
    least: narrow ? 0 : given.bottom,
    labels,
  };
  const gates = licenceChain(chain, area);
  const lines = textLines(foot, (width - 2 * edge) / 5.9);
  const height = Math.ceil(gates.bottom + 20 + 16 * lines.length);
  const under = lines.map(
    (text, i) =>
      `<text class="label-detail" x="${edge}" y="${px(gates.bottom + 24 + i * 16)}">${escapeText(text)}</text>`,
  );
  return [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">`,
    given.svg,
    gates.svg,
    under.join(''),
    '</svg>',
  ].join('');
}
