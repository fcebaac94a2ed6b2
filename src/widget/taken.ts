/** What of a figure can be carried away. */
export type Taken = 'link' | 'embed' | 'csv' | 'json' | 'picture' | 'copy';

/** What is asked of a figure when something of it is taken. */
export interface TakenFigure {
  readonly strings: Readonly<Record<string, string>>;
  readonly title: string;
  /** Parameters that differ from the widget's defaults. */
  query(): URLSearchParams;
  state(): Readonly<Record<string, string>>;
  still(): Promise<Blob> | string | undefined;
  announce(text: string): void;
}
