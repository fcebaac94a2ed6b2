import { readFileSync } from 'node:fs';

/** The style sheets that a drawing takes its colours and lines from. */
export function drawingSheets(): string[] {
  return ['src/styles/tokens.css', 'src/styles/drawing.css', 'src/styles/chart.css'].map((file) =>
    readFileSync(file, 'utf8'),
  );
}

/** The themes that a drawing outside a page's own markup is made in: a picture knows nothing of the theme of its page. */
export const drawingThemes = ['light', 'dark'] as const;
export type DrawingTheme = (typeof drawingThemes)[number];

/** What a sheet sets where the dark theme is chosen. */
const darkRules = (sheet: string): string =>
  [...sheet.matchAll(/:root\[data-theme='dark'\]\s*\{([^}]*)\}/g)]
    .map(([, set]) => `:root {${set!}}`)
    .join('\n');

/** The same sheets as they hold in a theme. */
export function drawingSheetsIn(theme: DrawingTheme): string[] {
  const sheets = drawingSheets();
  return theme === 'light' ? sheets : [...sheets, ...sheets.map(darkRules)];
}

/**
 * A drawing of a page as a file of its own, in both themes: its style sheets inside it, on its own paper.
 * @param description plain words without markup, such as the version it was made from
 */
export function drawingFile(svg: string, description: string): string {
  const style = [...drawingSheets(), 'svg { background: var(--paper); }'].join('\n').replaceAll('<', '');
  return svg
    .replace(/^\s*<svg(?![^>]*\sxmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/<svg[^>]*>/, (tag) => `${tag}<desc>${description}</desc><style>${style}</style>`);
}
