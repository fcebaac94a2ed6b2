import { licenceChain } from './chain.ts';
import type { ChainProps } from './chainProps.ts';
import { licenceMeasures, type MeasuresArea, type MeasuresProps } from './measures.ts';
import { escapeText, px, textLines } from '../label/svgText.ts';

export interface CheckProps {
  readonly measures: MeasuresProps;
  readonly chain: ChainProps;
  /** What no licence answers, kept in sight under every chain. */
  readonly foot: string;
}

/** A chip measured, the gates it passes or is caught in on one day or on two, and the answer; as high as its words ask. */
export function licenceCheck({ measures, chain, foot }: CheckProps, width: number): string {
  const wide = width >= 900;
  const narrow = width < 600;
  const top = narrow ? 226 : 146;
  const edge = wide ? 32 : narrow ? 12 : 20;
  const labels = narrow
    ? null
    : wide
      ? { x: edge, conditions: 164, columns: 352 }
      : { x: edge, conditions: 134, columns: 294 };
  const gates = licenceChain(chain, { width: width - (wide ? 20 : 0), top: top + 4, labels });
  const lines = textLines(foot, (width - 2 * edge) / 5.9);
  const height = Math.ceil(gates.bottom + 16 + 16 * lines.length);
  const under = lines.map(
    (text, i) =>
      `<text class="label-detail" x="${edge}" y="${px(gates.bottom + 22 + i * 16)}">${escapeText(text)}</text>`,
  );
  return [
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">`,
    licenceMeasures(measures, measuresArea(width)),
    `<path class="cliff-grid" d="M0 ${top - 12}H${width}"/>`,
    gates.svg,
    under.join(''),
    '</svg>',
  ].join('');
}

function measuresArea(width: number): MeasuresArea {
  if (width >= 900)
    return {
      rate: { x: 32, width: 250 },
      die: { x: 430 },
      lengths: { x: 680, y: 52, width: 380 },
      foot: 104,
      height: 64,
      narrow: false,
    };
  if (width >= 600)
    return {
      rate: { x: 20, width: 150 },
      die: { x: 285 },
      lengths: { x: 480, y: 52, width: 220 },
      foot: 104,
      height: 64,
      narrow: false,
    };
  return {
    rate: { x: 12, width: 130 },
    die: { x: 260 },
    lengths: { x: 12, y: 160, width: 350 },
    foot: 104,
    height: 64,
    narrow: true,
  };
}
