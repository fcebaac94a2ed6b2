import { drawingSheets } from './drawingFile.ts';
import { flattenStyle } from './flattenStyle.ts';

/** How the words and lines of the scroll are set; sizes are millimetres. */
const sheet = `
.scroll-title { font-family: 'Barlow Semi Condensed', 'Arial Narrow', sans-serif; font-weight: 600; font-size: 14px; fill: var(--ink); }
.scroll-heading { font-family: 'Barlow Semi Condensed', 'Arial Narrow', sans-serif; font-weight: 600; font-size: 10px; fill: var(--ink); }
.scroll-text { font-family: Barlow, Arial, sans-serif; font-size: 5px; fill: var(--ink); }
.scroll-strong { font-family: Barlow, Arial, sans-serif; font-weight: 600; font-size: 5px; fill: var(--ink); }
.scroll-small { font-family: Barlow, Arial, sans-serif; font-size: 4px; fill: var(--muted); }
.scroll-rule { stroke: var(--rule); stroke-width: 0.3px; fill: none; }
.scroll-pencil { stroke: var(--pencil); stroke-width: 0.3px; fill: none; }
.scroll-bar { fill: var(--ink); }
.scroll-copper { stroke: var(--copper); fill: none; }
.scroll-light { stroke: var(--light); stroke-dasharray: 4 2; fill: none; }
.way { fill: none; stroke-width: 3.5px; }
.way-ground { fill: none; stroke: var(--paper); stroke-width: 7px; stroke-opacity: 0.8; }
.way-copper { stroke: var(--copper); }
.way-light { stroke: var(--light); stroke-width: 1.8px; stroke-dasharray: 6 4; fill: none; }
`;

/**
 * A sheet of paper true to size as a file: its unit is a millimetre, its colours those of light paper, written into every
 * element for programs that know no custom properties.
 * @param inside what stands in the `<svg>`
 */
export function scrollFile(
  inside: string,
  { width, height }: { readonly width: number; readonly height: number },
  description: string,
): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><desc>${description}</desc><rect width="${width}" height="${height}" fill="#ffffff"/>${inside}</svg>`;
  return flattenStyle(svg, [...drawingSheets(), sheet, ':root { --paper: #ffffff; }']);
}
