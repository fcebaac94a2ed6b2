const from = 'inset(-10% 100% -10% 0)';
const to = 'inset(-10% 0 -10% 0)';

/** Draws the line in full ink from left to right; under reduced motion it is there at once. */
export function drawIn(poster: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const line of poster.querySelectorAll<SVGElement>('.cliff-inked'))
    line.animate({ clipPath: [from, to] }, { duration: 300, easing: 'ease-out' });
}
