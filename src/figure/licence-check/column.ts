/** One day of the chain, in pixels. */
export interface Column {
  readonly x: number;
  readonly width: number;
  /** Where the plumb line hangs. */
  readonly line: number;
  /** Length of the scale on either side of it. */
  readonly half: number;
}
