import type { DrawingTheme } from '../../encoding/drawingTheme.ts';
import { path } from '../../locale/path.ts';

/** Address of a figure's drawing without words, in one theme. */
export const drawingAddress = (id: string, theme: DrawingTheme): string =>
  path(`/en/widgets/${id}/small-${theme}.svg`);
