/**
 * Significant digits of a number as it is written: 814 has three, 5.92 three, 119.5 four. A whole number counts all of
 * its digits, since nobody can see which of its zeros were measured.
 */
export function significantDigits(value: number): number {
  const [mantissa] = Math.abs(value).toExponential().split('e') as [string];
  const digits = mantissa.replace('.', '').length;
  return Number.isInteger(value) ? Math.max(digits, String(Math.abs(value)).length) : digits;
}

/** Digits that a product or a quotient of numbers keeps: those of the input that has fewest. */
export const fewestDigits = (values: readonly number[]): number =>
  Math.min(12, ...values.filter((value) => value !== 0).map(significantDigits));

/** A number cut to so many significant digits; what binary fractions add past the twelfth never turns a half. */
export function rounded(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(Number(value.toPrecision(12)).toPrecision(digits)) : value;
}

/**
 * A number cut to so many significant digits, or to the fewest more that keep it on its own side of every line.
 * @param lines where being below, on or above matters.
 */
export function roundedBeside(value: number, digits: number, lines: readonly number[] = []): number {
  const settled = rounded(value, 12);
  for (let count = Math.max(1, digits); count < 12; count++) {
    const cut = rounded(settled, count);
    if (lines.every((line) => Math.sign(cut - line) === Math.sign(settled - line))) return cut;
  }
  return settled;
}
