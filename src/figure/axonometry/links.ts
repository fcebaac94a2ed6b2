import { crossArm, type SheetLinks } from '../../placement/links/sheetLinks.ts';
import { strandOnPicture, type Strands } from '../../placement/links/strands.ts';
import type { Projector } from '../../placement/view/camera.ts';
import { lineOf } from './path.ts';

/** Lines of one look as two paths: what is copper, and what is light. */
function strandPaths(strands: Strands, look: string, project: Projector): string {
  const d = { copper: '', light: '' };
  for (let s = 0; s < strands.count; s++)
    d[strands.light[s] ? 'light' : 'copper'] += lineOf(strandOnPicture(strands, s, project));
  return (['copper', 'light'] as const)
    .filter((medium) => d[medium] !== '')
    .map((medium) => `<path class="strand strand-${medium}${look}" d="${d[medium]}"/>`)
    .join('');
}

/** What is joined on a sheet as SVG paths, of which `styles/drawing.css` knows the colours and the widths. */
export const linksSvg = ({ lines, fine, chosen, others }: SheetLinks, project: Projector): string =>
  strandPaths(lines, fine ? ' strand-fine' : '', project) +
  strandPaths(others, ' strand-other', project) +
  strandPaths(chosen, ' strand-chosen', project);

/** A cross at everything that is cut. */
export function crossesSvg({ crosses }: SheetLinks, project: Projector): string {
  const arms = crosses.map((at) => {
    const [x, y] = project(...at);
    const a = crossArm;
    return `${lineOf([[x - a, y - a], [x + a, y + a]])}${lineOf([[x - a, y + a], [x + a, y - a]])}`; // prettier-ignore
  });
  return arms.length > 0 ? `<path class="cut" d="${arms.join('')}"/>` : '';
}
