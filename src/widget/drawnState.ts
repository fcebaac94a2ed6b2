import { printParameters, queryText, type ParameterDeclarations, type ParameterValues } from './parameter.ts';

/** A state as its drawing is known by: a drawing carries it, so that nobody need draw it again or take it for another. */
export function drawnState<D extends ParameterDeclarations>(
  declarations: D,
  values: ParameterValues<D>,
): string {
  return queryText(printParameters(declarations, values));
}

/** A drawing, text of an SVG, that says of which state it is. */
export function markDrawn(svg: string, drawn: string): string {
  return svg.replace('<svg', `<svg data-drawn="${drawn.replaceAll('&', '&amp;')}"`);
}
