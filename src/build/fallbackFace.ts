import type { FontMetrics } from './fontMetrics.ts';

/** A face that nearly every machine has, or has under another name with the same widths. */
export interface Fallback {
  readonly local: readonly string[];
  /** Advances in thousandths of the em, from the Adobe font metrics of the same widths. */
  readonly advances: Readonly<Record<string, number>>;
}

/** Advances by character, out of lists such as `aceg 500, bdh 556`. */
export function advancesOf(lists: string): Record<string, number> {
  const entries = lists.split(/,\s+/).flatMap((list): [string, number][] => {
    const [characters = '', width = ''] = list.split(' ');
    return [...characters.replaceAll('␣', ' ').replaceAll('‚', ',')].map((one) => [one, Number(width)]);
  });
  return Object.fromEntries(entries);
}

/** Letters whose widths differ from those of the local face by less than this share one rule: a hundredth. */
const step = Math.log(1.02);

/** How much wider than its mean a letter may be drawn: beyond, shapes would look wrong while the font comes. */
const most = 16;

/**
 * The rules of the local face that stands in for a font until it has come, sized to its lines and words. One rule holds
 * for all characters.
 * @param weight as in `font-face`, `style` likewise
 * @param byLetter one more rule for each group of letters that need about the same size, so that lines break where they
 * will break and nothing moves when the font is swapped in
 */
export function fallbackRules(
  family: string,
  weight: string,
  style: string,
  fallback: Fallback,
  metrics: FontMetrics,
  byLetter: boolean,
): string {
  const mean =
    metrics.meanAdvance / metrics.meanOf((character) => (fallback.advances[character] ?? NaN) / 1000);
  const groups = new Map<number, string[]>();
  for (const [character, advance] of byLetter ? Object.entries(fallback.advances) : []) {
    const own = metrics.advance(character);
    if (own === null) continue;
    const group = Math.round(Math.log(own / (advance / 1000) / mean) / step);
    // A space has no shape that could look wrong.
    const kept = character === ' ' ? group : Math.max(-most, Math.min(most, group));
    if (kept !== 0) groups.set(kept, [...(groups.get(kept) ?? []), character]);
  }
  const rule = (size: number, range: string) => {
    const percent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;
    return `@font-face {
  font-family: '${family} fallback';
  src: ${fallback.local.map((name) => `local('${name}')`).join(', ')};
  font-weight: ${weight};
  font-style: ${style};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(metrics.ascent / size)};
  descent-override: ${percent(metrics.descent / size)};
  line-gap-override: ${percent(metrics.lineGap / size)};${range && `\n  unicode-range: ${range};`}
}
`;
  };
  const code = (character: string) => `U+${character.codePointAt(0)!.toString(16)}`;
  return [
    rule(mean, ''),
    ...[...groups].map(([group, letters]) =>
      rule(mean * Math.exp(group * step), letters.sort().map(code).join(', ')),
    ),
  ].join('');
}
