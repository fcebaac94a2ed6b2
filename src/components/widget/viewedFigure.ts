import type { PreparedFigure } from './staticWidget.ts';

/** A figure whose widget writes the HTML around its drawing itself, the same at build and in the browser. */
export interface ViewedFigure extends PreparedFigure {
  /** In a frame, links to sources open a new tab. */
  view(newTab: boolean): { readonly controls: string; readonly parts: string; readonly table: string };
}
