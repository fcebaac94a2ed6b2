import { licenceChain, type ChainProps } from './licenceCheckChain.ts';
import { licenceMeasures, type MeasuresArea, type MeasuresProps } from './licenceCheckMeasures.ts';
import { escapeText, px, textLines } from './svgText.ts';

/** Pixels. */
export interface CheckFrame {
  readonly width: number;
  readonly height: number;
}

export interface CheckProps {
  readonly measures: MeasuresProps;
  readonly chain: ChainProps;
  /** What no licence answers, kept in sight under every chain. */
  readonly foot: string;
}

/** Rows from which a drawing that is not wide needs its tall frame. */
export const tallFrom = 6;

/** A chip measured, the gates it passes or is caught in on one day or on two, and the answer. */
export function licenceCheck({ measures, chain, foot }: CheckProps, frame: CheckFrame): string {
  const { width, height } = frame;
  const wide = width >= 900;
  const narrow = width < 600;
  const inputs = measuresArea(width);
  const top = narrow ? 226 : 146;
  const edge = wide ? 32 : narrow ? 12 : 20;
  const lines = textLines(foot, (width - 2 * edge) / 5.9);
  const last = height - 8 - 16 * lines.length;
  const labels = narrow
    ? null
    : wide
      ? { x: edge, conditions: 164, columns: 352 }
      : { x: edge, conditions: 134, columns: 294 };
  const under = lines.map(
    (text, i) =>
      `<text class="label-detail" x="${edge}" y="${px(last + 12 + i * 16)}">${escapeText(text)}</text>`,
  );
  return [
    `<svg class="drawing"${chain.gates.flatMap(({ rows }) => rows).length >= tallFrom ? ' data-tall=""' : ''} xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">`,
    licenceMeasures(measures, inputs),
    `<path class="cliff-grid" d="M0 ${top - 12}H${width}"/>`,
    licenceChain(chain, { width: width - (wide ? 20 : 0), top: top + 4, bottom: last - 10, labels }),
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
