/** How a result is made a whole number. */
export type Rounding = 'up' | 'down' | 'nearest';

/** A whole number at or beside `value`. A result that is whole but for the last binary digit stays as it is. */
export function rounded(value: number, rounding: Rounding): number {
  const settled = Number(value.toPrecision(12));
  return { up: Math.ceil, down: Math.floor, nearest: Math.round }[rounding](settled);
}
