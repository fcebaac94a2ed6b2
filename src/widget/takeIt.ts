import { loading } from './loadFailure.ts';
import { slot } from './slot.ts';
import type { Taken, TakenFigure } from './taken.ts';

interface Host extends TakenFigure {
  /** The code that takes did not come; `again` asks for it anew. */
  failed(reason: unknown, again: () => void): void;
  /** It came. */
  loaded(): void;
}

/**
 * Makes the words under "Take it" work; the code behind most of them comes when one is pressed. Returns what undoes it.
 */
export function takeIt(element: HTMLElement, figure: Host): () => void {
  const buttons = slot(element, 'take');
  const panel = slot(element, 'panel');
  const carry = async (what: Taken) => {
    try {
      const { take } = await loading('code', () => import('./taking.ts'));
      figure.loaded();
      await take(what, element, figure);
    } catch (reason) {
      figure.failed(reason, () => void carry(what));
    }
  };
  const act = (event: Event) => {
    const what = (event.target as Element).closest<HTMLElement>('button[data-take]')?.dataset['take'];
    if (what === 'close') panel.hidden = true;
    else if (what === 'full-screen')
      void (document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen());
    else if (what !== undefined) void carry(what as Taken);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') panel.hidden = true;
  };
  buttons
    .querySelector('[data-take="full-screen"]')
    ?.toggleAttribute('disabled', !document.fullscreenEnabled);
  for (const place of [buttons, panel]) place.addEventListener('click', act);
  panel.addEventListener('keydown', escape);
  return () => {
    for (const place of [buttons, panel]) place.removeEventListener('click', act);
    panel.removeEventListener('keydown', escape);
    panel.hidden = true;
  };
}
