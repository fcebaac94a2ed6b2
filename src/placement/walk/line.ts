/** From one point to another, metres. */
export type Line = readonly [x0: number, y0: number, z0: number, x1: number, y1: number, z1: number];
