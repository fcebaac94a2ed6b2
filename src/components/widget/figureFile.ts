import type { Language } from '../../locale/languages.ts';
import { browserStrings } from './browserStrings.ts';
import { staticWidget } from './registry.ts';
import type { PreparedFigure } from './staticWidget.ts';
import { startingValues } from './startingValues.ts';

/** Name of the file beside a widget's page that holds its data and its words. */
export const figureFileName = 'figure.json';

/** What a widget needs in the browser besides its HTML: the text of its data and its words as JSON. */
export function figureText(figure: PreparedFigure, language: Language): string {
  return JSON.stringify({
    data: figure.data,
    strings: { ...browserStrings(language), ...figure.strings },
  });
}

/** The text of a widget's file: the same for every state whose data are those of the default one. */
export async function figureFile(id: string, language: Language): Promise<string> {
  const { declaration, prepare } = staticWidget(id);
  return figureText(await prepare(startingValues(declaration.parameters, {}, id), language), language);
}
