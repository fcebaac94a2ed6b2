import { Color } from 'three';
import { faces, tones } from '../../encoding/tone.ts';
import type { Palette } from '../palette.ts';

/** Reads the palette as the stylesheet gives it below `host`, so in the theme that holds there. */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  holder.setAttribute('width', '0');
  holder.setAttribute('height', '0');
  holder.append(probe);
  host.append(holder);
  const style = getComputedStyle(probe);
  const fillOf = (classes: string) => {
    probe.setAttribute('class', classes);
    return parseColour(style.fill);
  };
  const variable = (name: string) => {
    probe.removeAttribute('class');
    probe.style.fill = `var(${name})`;
    const colour = parseColour(style.fill);
    probe.style.fill = '';
    return colour;
  };
  const palette: Palette = {
    fills: tones.flatMap((tone) => faces.map((face) => fillOf(`${tone} ${face}`))),
    paper: variable('--paper'),
    ink: variable('--figure-ink'),
    edge: variable('--edge-ink'),
    pencil: variable('--pencil'),
    grid: variable('--grid'),
    shadow: variable('--shadow'),
  };
  holder.remove();
  return palette;
}

/** Reads `rgb(r, g, b)` and `color(srgb r g b)`, the two forms a computed colour takes here. */
export function parseColour(text: string): Color {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [0, 0, 0];
  const scale = text.startsWith('color(') ? 1 : 1 / 255;
  // Kept as written: the scene writes display colours and does no lighting in between.
  return new Color().setRGB(numbers[0]! * scale, numbers[1]! * scale, numbers[2]! * scale);
}

/** Calls back when the theme changes, by the system or by `data-theme`. Returns what undoes it. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = new MutationObserver(changed);
  system.addEventListener('change', changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    root.disconnect();
  };
}
