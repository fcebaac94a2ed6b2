import { withFirstWords } from '../../figure/axonometry/words.ts';
import { staticWidget } from './registry.ts';
import { startingValues } from './startingValues.ts';

/** The drawing of a widget in its default state: text of an SVG. */
export async function posterOf(id: string): Promise<string> {
  const { declaration, prepare } = staticWidget(id);
  return (await prepare(startingValues(declaration.parameters, {}, id), 'en')).poster;
}

/** The same for a file of its own, at the size that the drawing was made for. */
export const posterAlone = async (id: string): Promise<string> => withFirstWords(await posterOf(id));
