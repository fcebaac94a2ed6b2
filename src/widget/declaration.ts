import type { ParameterDeclarations, ParameterProblem, ParameterValues } from './parameter.ts';

/** What a widget says about itself, in one place. */
export interface WidgetDeclaration<D extends ParameterDeclarations = ParameterDeclarations> {
  /** The one thing that it must make a reader see, in a sentence. */
  readonly sees: string;
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly parameters: D;
  /** CSS pixels. */
  readonly minimumSize: { readonly width: number; readonly height: number };
  readonly has3d: boolean;
  /** Collections of the record that it shows, such as `systems`. */
  readonly reads: readonly string[];
}

/** Something the reader should be told: a parameter that could not be used, or a plain sentence. */
export type WidgetProblem = ParameterProblem | { readonly message: string };

/** What a widget may ask of the page around it. */
export interface WidgetHost<D extends ParameterDeclarations = ParameterDeclarations> {
  /**
   * The reader changed the state inside the widget. The widget has already changed itself; `update` is not called.
   * A discrete change (a choice, not a slider on its way) makes a history entry on our own pages. One that follows the
   * page's scroll deals with no message: a page scrolls by itself too.
   */
  change(
    values: Partial<ParameterValues<D>>,
    options: { readonly discrete: boolean; readonly scrolled?: boolean },
  ): void;
  /** Says what changed, and what it means, in the figure's one polite live region. */
  announce(text: string): void;
  /** A part was picked: the id of its class, marked where the text names it; `null` when nothing is picked. */
  select(id: string | null): void;
  /** Shows a message in the figure. */
  error(problem: WidgetProblem): void;
  /** A part of the figure did not come; `again` asks for it once more. */
  failed(reason: unknown, again: () => void): void;
  /** The figure's code and data are here. */
  loaded(): void;
  /** The browser took the 3D drawing away and does not give it back; the plain drawing stands. */
  sceneGone(): void;
}

export interface WidgetContext<D extends ParameterDeclarations = ParameterDeclarations, Data = unknown> {
  readonly params: ParameterValues<D>;
  readonly data: Data;
  readonly strings: Readonly<Record<string, string>>;
  /** Brings data and strings where the page keeps them in a file; `data` is empty until then. */
  readonly later?: () => Promise<{
    readonly data: Data;
    readonly strings: Readonly<Record<string, string>>;
  }>;
  readonly host: WidgetHost<D>;
}

/** A widget at work. `dispose` gives back everything and leaves the HTML as the build wrote it. */
export interface MountedWidget<D extends ParameterDeclarations = ParameterDeclarations> {
  /** The state changed outside the widget: the address, a link in the text, a message to an embed. */
  update(params: ParameterValues<D>): void;
  dispose(): void;
  /** Begins the 3D scene; the poster stands until then. A rejection is told to the reader. */
  start?(): void | Promise<void>;
  /** Gives the 3D scene and its context back; the poster stands again, in the state of the moment, until `start`. */
  release?(): void;
  /** Off screen, or the page is hidden. */
  pause?(): void;
  resume?(): void;
  /** The picture as it stands: a PNG, or the text of an SVG. */
  still?(): Promise<Blob> | string;
}

/** What the file `element.ts` of every widget exports. */
export interface WidgetModule<D extends ParameterDeclarations = ParameterDeclarations, Data = unknown> {
  readonly declaration: WidgetDeclaration<D>;
  mount(container: HTMLElement, context: WidgetContext<D, Data>): MountedWidget<D>;
}
