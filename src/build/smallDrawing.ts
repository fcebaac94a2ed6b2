import { drawingSheetsIn, type DrawingTheme } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';

/**
 * A drawing without its words, and without what points from words to it, as a file in the colours of one theme.
 * @param svg styled by the sheets of a drawing
 */
export function smallDrawing(svg: string, theme: DrawingTheme): string {
  const bare = svg
    .replace(/<text[\s\S]*?<\/text>/g, '')
    .replace(/<path[^>]*class="(?:leader|dimension|dots)[^"]*"[^>]*\/>/g, '')
    // The grounds of paper that words stood on.
    .replace(/<rect[^>]*fill="var\(--paper\)"[^>]*\/>/g, '')
    .replace(/^\s*<svg(?![^>]*\sxmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"');
  return flattenStyle(bare, drawingSheetsIn(theme));
}
