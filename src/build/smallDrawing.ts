import { drawingSheets } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';

/** What a sheet sets where the dark theme is chosen. */
const darkRules = (sheet: string): string =>
  [...sheet.matchAll(/:root\[data-theme='dark'\]\s*\{([^}]*)\}/g)]
    .map(([, set]) => `:root {${set!}}`)
    .join('\n');

/**
 * A drawing without its words, and without what points from words to it, as a file in the colours of one theme.
 * @param svg styled by the sheets of a drawing
 */
export function smallDrawing(svg: string, dark: boolean): string {
  const bare = svg
    .replace(/<text[\s\S]*?<\/text>/g, '')
    .replace(/<path[^>]*class="(?:leader|dimension)[^"]*"[^>]*\/>/g, '')
    // The grounds of paper that words stood on.
    .replace(/<rect[^>]*fill="var\(--paper\)"[^>]*\/>/g, '')
    .replace(/^\s*<svg(?![^>]*\sxmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"');
  const sheets = drawingSheets();
  return flattenStyle(bare, dark ? [...sheets, ...sheets.map(darkRules)] : sheets);
}
