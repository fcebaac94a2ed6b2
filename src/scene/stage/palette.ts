import { faces, tones } from '../../encoding/tone.ts';
import { readColour, type Palette } from '../../encoding/palette.ts';

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
    return readColour(style.fill);
  };
  const variable = (name: string) => {
    probe.removeAttribute('class');
    probe.style.fill = `var(${name})`;
    const colour = readColour(style.fill);
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

/** Calls back when the theme changes, by the system, by forced colours or by `data-theme`. Returns what undoes it. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const root = new MutationObserver(changed);
  system.addEventListener('change', changed);
  forced.addEventListener('change', changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    forced.removeEventListener('change', changed);
    root.disconnect();
  };
}
