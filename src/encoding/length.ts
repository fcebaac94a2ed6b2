/** The shown length of some metres: `2.25 m`, or `92 mm` below half a metre. */
export function lengthText(metres: number): string {
  const [value, unit] = metres < 0.5 ? [metres * 1000, 'mm'] : [metres, 'm'];
  return `${Number(value.toPrecision(3))}\u202f${unit}`;
}
