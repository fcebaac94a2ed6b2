/** Loss per metre of something that carries a signal, dB/m at a frequency in hertz. */
export type LossPerMetre = (frequency: number) => number;

/** @throws RangeError where a quantity is no number of at least `least`, naming it */
export function requireAtLeast(name: string, value: number, least: number, unit: string): void {
  if (!Number.isFinite(value) || value < least)
    throw new RangeError(`${name} is ${value} ${unit}: allowed: a number of at least ${least}`);
}

/** @throws RangeError where a quantity is not above zero, naming it */
export function requirePositive(name: string, value: number, unit: string): void {
  if (!Number.isFinite(value) || value <= 0)
    throw new RangeError(`${name} is ${value} ${unit}: allowed: a number above 0`);
}
