/** A drawing counts as in sight while the screen shows this share of it. */
const enough = 0.6;

/** Whether the screen shows most of an element, or is filled by it. */
export function isInSight(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return seen >= enough * Math.min(height, innerHeight);
}

/** How the page may move. */
export function scrolling(): 'instant' | 'smooth' {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
