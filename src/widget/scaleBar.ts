import { lengthText } from '../encoding/length.ts';

/** Pixels that the scene measures its scale on. */
const measured = 72;

/** The longest of 1, 2, 5, 10 … metres (or parts of one) that is no longer than a length. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const digit = [5, 2, 1].find((candidate) => candidate * power <= metres * (1 + 1e-9)) ?? 1;
  return digit * power;
}

/**
 * Draws the scale bar with its length.
 * @param metres length of 72 pixels of the drawing, above 0
 */
export function scaleBar(place: HTMLElement, metres: number): void {
  const round = roundLength(metres);
  const text = lengthText(round);
  const bar = place.querySelector<HTMLElement>('.scale-bar') ?? place.ownerDocument.createElement('span');
  bar.className = 'scale-bar';
  bar.style.inlineSize = `${((measured * round) / metres).toFixed(1)}px`;
  writeBeside(place, bar, text);
}

/**
 * Puts a text beside a bar, whatever has become of the text that stood there: translators wrap it in elements of their
 * own, and some replace it.
 */
export function writeBeside(place: HTMLElement, bar: HTMLElement, text: string): void {
  if (bar.parentElement === place && place.textContent === text) return;
  place.replaceChildren(bar, text);
}
