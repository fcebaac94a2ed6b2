import type { StateDetail, SelectDetail } from './figureEvents.ts';
import { isInSight, scrolling } from './inSight.ts';

/** What a link in the text needs of the figure that it drives. */
interface DrivenFigure extends HTMLElement {
  drive(query: URLSearchParams): void;
  wake(): void;
}

function links(figure: string): NodeListOf<HTMLAnchorElement> {
  return document.querySelectorAll<HTMLAnchorElement>(`a[data-drives="${CSS.escape(figure)}"]`);
}

/** The parameters that a driving link sets: the keys of its query that carry the figure's prefix. */
function sets(link: HTMLAnchorElement): URLSearchParams {
  const prefix = `${link.dataset['drives']}.`;
  const own = new URLSearchParams();
  for (const [key, value] of new URL(link.href).searchParams) {
    if (key.startsWith(prefix)) own.append(key.slice(prefix.length), value);
  }
  return own;
}

function drive(event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-drives]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const name = link.dataset['drives']!;
  const figure = document.querySelector<DrivenFigure>(`supernode-figure[name="${CSS.escape(name)}"]`);
  if (!figure) return;
  event.preventDefault();
  // A caption of the figure's own row stands at its drawing already.
  if (!figure.contains(link) && !isInSight(figure.querySelector('[data-slot="stage"]') ?? figure)) {
    const behavior = scrolling();
    figure.scrollIntoView({ block: 'start', behavior });
    offerWayBack(figure, link, behavior);
  }
  figure.drive(sets(link));
  figure.wake();
}

/** Whoever was taken from a sentence to the figure is offered the way back to it. */
function offerWayBack(figure: HTMLElement, link: HTMLAnchorElement, behavior: ScrollBehavior): void {
  const back = figure.querySelector<HTMLButtonElement>('[data-slot="back"]');
  if (!back) return;
  back.hidden = false;
  back.onclick = () => {
    link.scrollIntoView({ block: 'center', behavior });
    link.focus({ preventScroll: true });
    back.hidden = true;
  };
}

function markState(event: CustomEvent<StateDetail>): void {
  for (const link of links(event.detail.figure)) {
    const holds = [...sets(link)].every(([key, value]) => event.detail.parameters[key] === value);
    if (holds) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function markPart(event: CustomEvent<SelectDetail>): void {
  for (const name of document.querySelectorAll<HTMLElement>('[data-names-part]')) {
    name.toggleAttribute('data-marked', name.dataset['namesPart'] === event.detail.part);
  }
}

/** Lets links in the text drive figures, and lets figures mark the text. */
export function followProse(): void {
  document.addEventListener('click', drive);
  document.addEventListener('supernode:state', (event) => markState(event as CustomEvent<StateDetail>));
  document.addEventListener('supernode:select', (event) => markPart(event as CustomEvent<SelectDetail>));
}
