import { path } from '../../locale/path.ts';
import { themes } from '../../widget/theme.ts';

/** A figure's drawing without words, small: its address in each theme that a page may wear. */
export const drawingsOf = (id: string) =>
  themes
    .filter((theme) => theme !== 'auto')
    .map((theme) => ({ theme, src: path(`/en/widgets/${id}/small-${theme}.svg`) }));
