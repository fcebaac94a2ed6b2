import { readFileSync } from 'node:fs';

/** The style sheets that a drawing takes its colours and lines from. */
export function drawingSheets(): string[] {
  return ['src/styles/tokens.css', 'src/styles/drawing.css', 'src/styles/chart.css'].map((file) =>
    readFileSync(file, 'utf8'),
  );
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
