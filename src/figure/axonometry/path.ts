/** A closed path through points, relative and to a tenth of a pixel. */
export function pathOf(points: readonly (readonly number[])[]): string {
  const tenth = (value: number) => Math.round(value * 10);
  const show = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
  let [x, y] = [tenth(points[0]![0]!), tenth(points[0]![1]!)];
  let d = `M${show(x)} ${show(y)}`;
  points.slice(1).forEach((point, index) => {
    const [nx, ny] = [tenth(point[0]!), tenth(point[1]!)];
    const [dx, dy] = [show(nx - x), show(ny - y)];
    d += `${index === 0 ? 'l' : dx.startsWith('-') ? '' : ' '}${dx}${dy.startsWith('-') ? '' : ' '}${dy}`;
    [x, y] = [nx, ny];
  });
  return `${d}z`;
}
