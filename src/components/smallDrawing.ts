import { path } from '../locale/path.ts';

/** The themes that a drawing outside a page's own markup is made in. */
export const drawingThemes = ['light', 'dark'] as const;

/** Address of a figure's drawing without words, in one theme. */
export const drawingAddress = (id: string, theme: (typeof drawingThemes)[number]): string =>
  path(`/en/widgets/${id}/small-${theme}.svg`);
