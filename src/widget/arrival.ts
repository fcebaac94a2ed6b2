import { actOf, noteAct, type EarlyFigure } from './earlyActs.ts';
import { mendScripts } from './lostScripts.ts';

mendScripts();

/**
 * Stands in the head of every page with a figure, before any of its code: it notes what readers do in figures whose
 * code has not come, and keeps the drawing of another state than the address asks for from being taken for it.
 */
for (const type of ['click', 'input', 'change', 'keydown'])
  document.addEventListener(
    type,
    (event) => {
      const figure = (event.target as Element | null)?.closest?.<EarlyFigure>('supernode-figure');
      if (!figure || figure.dataset['work'] !== undefined) return;
      const act = actOf(event);
      if (act) noteAct(figure, act);
    },
    true,
  );

const asked = [...new URLSearchParams(location.search).keys()];

/** Marks a figure as waiting where the address may ask for another state than the one that was built. */
function mark(figure: HTMLElement): void {
  const { keys = '' } = figure.dataset;
  const prefix = figure.getAttribute('context') === 'article' ? `${figure.getAttribute('name')}.` : '';
  if (keys.split(' ').some((key) => asked.includes(prefix + key))) figure.dataset['waiting'] = '';
}

if (asked.length > 0) {
  const seen = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.nodeName === 'SUPERNODE-FIGURE') mark(node as HTMLElement);
  });
  seen.observe(document, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => seen.disconnect());
}
