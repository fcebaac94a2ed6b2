/** Millimetres of line for a terabyte a second, on drawings of packages. */
export const millimetresPerTerabyte = 3;

/**
 * Width of a line that stands for a bandwidth on the drawing of a package, proportional to it.
 * @param bandwidth bytes per second, or null where there is no figure
 * @returns metres at the scale of the drawing; 0 where there is no figure
 */
export function lineWidth(bandwidth: number | null): number {
  return bandwidth === null ? 0 : (bandwidth / 1e12) * (millimetresPerTerabyte / 1000);
}
