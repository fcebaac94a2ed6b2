import type { WidgetDeclaration } from '../../src/widget/declaration.ts';
import type { Opened } from './harness.ts';

/** How a figure stands before a reader. */
export type Load =
  /** Its own page, on a desk, with reduced motion. */
  | 'page'
  /** Its own page on a phone of 375 px, touched by fingers. */
  | 'phone'
  /** Its own page where no script runs. */
  | 'without script'
  /** Its own page where no canvas gives WebGL. */
  | 'without WebGL'
  /** Its embed in a sandboxed frame on a page of another origin; `page` is that page, `figure` lies in the frame. */
  | 'frame';

/** A figure as a check finds it: loaded, its code there (but without script), in its first state. */
export interface LoadedFigure extends Opened {
  readonly id: string;
  readonly declaration: WidgetDeclaration;
  /** Address of the page it stands on, without a query. */
  readonly place: string;
}

/** Something that holds for every figure because it is one. */
export interface FigureCheck {
  /** Goes on from the figure's name: "supernode-hall reads every good parameter …". */
  readonly name: string;
  readonly on: Load;
  /** Query that the figure is met with; none, if it is left out. */
  readonly query?: (declaration: WidgetDeclaration) => string;
  /** Nothing may have been done on the page before: it is loaded for this check. */
  readonly untouched?: true;
  /**
   * What the next check finds. "As found": the figure is in its first state again by its address alone. "Worn": lists were
   * opened, a scene was started, the figure was taken out; it is put into the page anew. "Spent": the page itself is
   * another (its language, its clock, its focus); it is loaded anew.
   */
  readonly leaves: 'as found' | 'worn' | 'spent';
  /** The figures it holds for; all, if it is left out. */
  readonly holdsFor?: (declaration: WidgetDeclaration) => boolean;
  check(figure: LoadedFigure): Promise<void>;
}
