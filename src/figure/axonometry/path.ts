/** A closed path through points, relative and to a tenth of a pixel. */
export function pathOf(points: readonly (readonly number[])[]): string {
  let [x, y] = [tenths(points[0]![0]!), tenths(points[0]![1]!)];
  let d = `M${shown(x)} ${shown(y)}`;
  points.slice(1).forEach((point, index) => {
    const [nx, ny] = [tenths(point[0]!), tenths(point[1]!)];
    const [dx, dy] = [shown(nx - x), shown(ny - y)];
    d += `${index === 0 ? 'l' : dx.startsWith('-') ? '' : ' '}${dx}${dy.startsWith('-') ? '' : ' '}${dy}`;
    [x, y] = [nx, ny];
  });
  return `${d}z`;
}

/** A length in whole tenths of a pixel, and such tenths as they are written. */
export const tenths = (value: number): number => Math.round(value * 10);
export const shown = (value: number): string => String(value / 10).replace(/^(-?)0\./, '$1.');

/** A line through points, to a tenth of a pixel; one that goes nowhere is none. */
export function lineOf(points: readonly (readonly number[])[]): string {
  const corners = points.map(([x, y]) => [tenths(x!), tenths(y!)] as const);
  const [[startX, startY] = [0, 0], ...others] = corners;
  let d = '';
  let [x, y] = [startX, startY];
  for (const [toX, toY] of others) {
    const [right, down] = [shown(toX - x), shown(toY - y)];
    if (right !== '0' && down !== '0') d += `l${right}${down.startsWith('-') ? '' : ' '}${down}`;
    else if (right !== '0') d += `h${right}`;
    else if (down !== '0') d += `v${down}`;
    [x, y] = [toX, toY];
  }
  return d && `M${shown(startX)} ${shown(startY)}${d}`;
}
