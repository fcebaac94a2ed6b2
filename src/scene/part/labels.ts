import type { PlacedAnnotations, PlacedDimension, PlacedLabel } from '../../placement/label/placed.ts';
import { largeLetters } from '../../placement/label/wording.ts';

/** Labels, leaders and dimension lines over the picture: real text, which can be selected and translated. */
export interface LabelsPart {
  readonly root: HTMLElement;
  /** How many times larger than usual the reader has text: words are laid out for a picture so much smaller. */
  growth(): number;
  show(placed: PlacedAnnotations, frame: { width: number; height: number }): void;
  hide(): void;
  dispose(): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const line = (points: readonly (readonly number[])[]) =>
  points.map((p, i) => `${i ? 'L' : 'M'}${p[0]!.toFixed(1)} ${p[1]!.toFixed(1)}`).join('');

export function createLabels(): LabelsPart {
  const root = document.createElement('div');
  root.className = 'stage-labels drawing';
  // The words around the figure say the same to those who cannot see it.
  root.setAttribute('aria-hidden', 'true');
  const svg = document.createElementNS(svgNamespace, 'svg');
  const [dimensions, halos, leaders, dots] = ['dimension', 'leader-halo', 'leader', 'dimension-end'].map(
    (name) => {
      const path = document.createElementNS(svgNamespace, 'path');
      path.setAttribute('class', name);
      svg.append(path);
      return path;
    },
  );
  root.append(svg);
  const texts: HTMLElement[] = [];
  const text = (index: number): HTMLElement => {
    const made = (texts[index] ??= document.createElement('p'));
    if (!made.isConnected) root.append(made);
    return made;
  };
  const dot = ([x, y]: readonly number[]) =>
    `M${(x! - 2.8).toFixed(1)} ${y!.toFixed(1)}a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0z`;
  const growth = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return {
    root,
    growth,
    show({ labels, dimensions: measured }, frame) {
      root.style.zoom = String(growth());
      svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
      const led = labels.map((label) => line(label.leader)).join('');
      for (const path of [halos!, leaders!]) path.setAttribute('d', led);
      dimensions!.setAttribute(
        'd',
        measured.map((m) => line(m.line) + m.extensions.map(line).join('')).join(''),
      );
      dots!.setAttribute(
        'd',
        [...labels.map((label) => dot(label.leader[0]!)), ...measured.flatMap((m) => m.line.map(dot))].join(
          '',
        ),
      );
      labels.forEach((label, i) => writeLabel(text(i), label, frame));
      measured.forEach((dimension, i) => writeDimension(text(labels.length + i), dimension, frame));
      for (const spare of texts.splice(labels.length + measured.length)) spare.remove();
      root.classList.remove('away');
    },
    hide: () => root.classList.add('away'),
    dispose: () => root.remove(),
  };
}

function writeLabel(
  element: HTMLElement,
  { words, at, align, picked }: PlacedLabel,
  frame: { width: number },
): void {
  element.className = `stage-label ${align}${picked ? ' picked' : ''}`;
  const title = document.createElement('strong');
  title.textContent = words.title;
  const detail = document.createElement('span');
  detail.textContent = words.detail;
  element.replaceChildren(title, detail);
  place(element, align, at[0], at[1] - 14, frame);
}

function writeDimension(
  element: HTMLElement,
  { text, textAt, align, large }: PlacedDimension,
  frame: { width: number },
): void {
  element.className = `stage-dimension ${align}${large ? ' ratio-large' : ''}`;
  element.textContent = text;
  place(element, align, textAt[0], textAt[1] - (large ? 14 * largeLetters : 14), frame);
}

/** Anchors by the side the text grows from, so that its width need not be known. */
function place(
  element: HTMLElement,
  align: 'start' | 'middle' | 'end',
  x: number,
  y: number,
  frame: { width: number },
): void {
  element.style.top = `${y.toFixed(1)}px`;
  element.style.left = align === 'end' ? 'auto' : `${x.toFixed(1)}px`;
  element.style.right = align === 'end' ? `${(frame.width - x).toFixed(1)}px` : 'auto';
}
