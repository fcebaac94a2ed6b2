import { stillDrawing, type StillDrawing, type StillEdit } from './stillDrawing.ts';
import type { Language } from '../../locale/languages.ts';
import { printParameters, queryText } from '../../widget/parameter.ts';
import { staticWidget } from './registry.ts';
import { startingValues } from './startingValues.ts';
import type { SourceLine, StillFrame } from './staticWidget.ts';

/** A state of a figure as a drawing that stands still. */
export interface Still extends StillDrawing {
  /** What the state is called, such as "Atlas 950 as listed". */
  readonly title: string;
  /** What the figure is called. */
  readonly figure: string;
  /** Address of the live state below the site's root. */
  readonly address: string;
  readonly sources: readonly SourceLine[];
  /** The style sheet that its words take beside the site's. */
  readonly sheet?: string;
  readonly reads: readonly string[];
}

/** Every drawing of a figure stands in one text where the figure shows several; the last is made for a phone. */
const lastDrawing = (svgs: string): string => svgs.slice(svgs.lastIndexOf('<svg'));

/**
 * Draws a state of a figure for a still.
 * @param set the state as a query with plain keys
 * @param frame room in pixels; a figure that draws for no other room than its own gives the drawing of its phone
 * @param edit what is kept of it; `chart` takes the chart beside the drawing instead
 * @param where names the still in messages
 * @throws on a parameter that the figure does not have or accept
 */
export async function stillOf(
  id: string,
  set: string,
  frame: StillFrame,
  edit: StillEdit & { readonly chart?: boolean },
  language: Language,
  where: string,
): Promise<Still> {
  const { declaration, prepare, draw, drawChart, sheet } = staticWidget(id);
  const { parameters } = declaration;
  const { chart = false } = edit;
  const values = startingValues(parameters, Object.fromEntries(new URLSearchParams(set)), where);
  const { title, sources, poster, narrowPoster } = await prepare(values, language);
  if (chart && !drawChart) throw new Error(`still "${where}": ${id} has no chart beside its drawing`);
  const drawn = () => (draw ? draw(values, language, frame) : lastDrawing(narrowPoster || poster));
  const svg = await (chart ? drawChart!(values, language) : drawn());
  const query = queryText(printParameters(parameters, values));
  const drawing = stillDrawing(svg, edit, where);
  return {
    ...drawing,
    title,
    figure: declaration.title,
    address: `/${language}/widgets/${id}/${query && `?${query}`}`,
    sources,
    reads: declaration.reads,
    // Where nothing is said, nothing is styled: the colours of the lines come with them.
    ...(sheet !== undefined && drawing.words !== '' && { sheet }),
  };
}
