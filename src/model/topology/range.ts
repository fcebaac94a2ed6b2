/** Most nodes a link table is built for. Larger machines are described by their measures alone. */
export const MAX_NODES = 262_144;

/** Most directed links of a link table: 240 MiB at 30 bytes each. */
export const MAX_LINKS = 8_388_608;

/**
 * A whole number within a range.
 * @throws RangeError naming the argument, its value and the range.
 */
export function requireInteger(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(
      `${name} is ${String(value)}: allowed are whole numbers from ${String(least)} to ${String(most)}`,
    );
  return value;
}

/**
 * A finite number above zero (or from zero on, where `orZero`).
 * @throws RangeError naming the argument, its value and the range.
 */
export function requirePositive(name: string, value: number, orZero = false): number {
  if (!Number.isFinite(value) || value < 0 || (value === 0 && !orZero))
    throw new RangeError(
      `${name} is ${String(value)}: allowed are finite numbers ${orZero ? 'from 0 on' : 'above 0'}`,
    );
  return value;
}
