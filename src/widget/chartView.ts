/** Every text of a chart in a state, as the build and the browser write it. */
export interface ChartView {
  readonly controls: string;
  readonly parts: string;
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  readonly scale: string;
  readonly sources: readonly { readonly id?: string; readonly label: string; readonly href: string }[];
  /** The same drawing for several widths, of which the style sheet shows one. */
  readonly drawings: readonly string[];
}
