/** What a figure tells the page when its state changes: all its parameters, printed. */
export interface StateDetail {
  readonly figure: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a figure tells the page when a part is picked: the id of the part's class, or `null`. */
export interface SelectDetail {
  readonly figure: string;
  readonly part: string | null;
}
