import { px } from '../label/svgText.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An eye diagram as a sketch: every step from one level to another laid over one another, and between the levels openings as
 * high and as wide as the link is open. @param bits a symbol: one makes two levels and one eye, two make four levels and
 * three eyes. @param open 0 to 1
 */
export function eyeSvg({ x, y, width, height }: Box, bits: 1 | 2, open: number): string {
  const levels = 2 ** bits;
  const step = (height - 12) / (levels - 1);
  const at = (level: number) => y + 6 + level * step;
  const half = width / 2;
  const traces: string[] = [];
  for (let from = 0; from < levels; from++)
    for (let to = 0; to < levels; to++) {
      const rise = px(at(to) - at(from));
      const back = px(at(from) - at(to));
      const bend = px(half * 0.55);
      traces.push(
        `M${px(x)} ${px(at(from))}c${bend} 0 ${px(half * 0.45)} ${rise} ${px(half)} ${rise}s${px(half * 0.45)} ${back} ${px(half)} ${back}`,
      );
    }
  const share = Math.max(0, Math.min(1, open));
  const [wide, high] = [half * 0.36 * (0.35 + 0.65 * share), step * 0.92 * share];
  const lenses = Array.from({ length: levels - 1 }, (_, i) => {
    const middle = at(i) + step / 2;
    return `M${px(x + half - wide)} ${px(middle)}q${px(wide * 0.55)} ${px(-high / 2)} ${px(wide)} ${px(-high / 2)}t${px(wide)} ${px(high / 2)}q${px(-wide * 0.55)} ${px(high / 2)} ${px(-wide)} ${px(high / 2)}t${px(-wide)} ${px(-high / 2)}z`;
  });
  const box = `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
  const opened = share > 0 ? `<path class="reach-eye-open" d="${lenses.join('')}"/>` : '';
  return `<path class="reach-eye-field" d="${box}"/><path class="reach-eye" d="${traces.join('')}"/>${opened}`;
}
