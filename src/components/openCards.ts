/**
 * Opens the cards of figures and terms on hover, on keyboard focus and on a tap. Without this script a figure is a link
 * to its source at the end of the page, and a term one to the glossary. A card can be entered with the pointer, stays
 * until the pointer or the focus leaves it, and closes on Escape.
 */
const openAfter = 150;
const closeAfter = 300;

let timer = 0;
let shown: HTMLElement | undefined;
let kept = false;
let touched = false;
/** The card that a click held open when the pointer came down on its figure again. */
let pressed: HTMLElement | undefined;

const triggerAt = (event: Event): HTMLElement | null =>
  event.target instanceof Element
    ? event.target.closest<HTMLElement>('.value:is([data-card], [popovertarget]), .term[data-card]')
    : null;

const cardOf = (trigger: HTMLElement): HTMLElement | null =>
  document.getElementById(trigger.getAttribute('popovertarget') ?? trigger.dataset['card'] ?? '');

const holds = (card: HTMLElement | undefined, event: Event): boolean =>
  card !== undefined && event.target instanceof Node && card.contains(event.target);

function later(action: () => void, delay: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(action, delay);
}

function show(trigger: HTMLElement): void {
  const card = cardOf(trigger);
  if (!card || card.matches(':popover-open')) return;
  kept = false;
  card.showPopover({ source: trigger });
}

function hide(): void {
  if (shown?.matches(':popover-open')) shown.hidePopover();
}

document.addEventListener(
  'toggle',
  (event) => {
    const card = event.target as HTMLElement;
    if (!card.matches('.card')) return;
    if (card.matches(':popover-open')) shown = card;
    else if (shown === card) shown = undefined;
  },
  { capture: true },
);

document.addEventListener(
  'pointerdown',
  (event) => {
    touched = event.pointerType !== 'mouse';
    const trigger = triggerAt(event);
    pressed = trigger && kept && shown && cardOf(trigger) === shown ? shown : undefined;
  },
  { capture: true },
);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const trigger = triggerAt(event);
  // A card that is being read stays while the pointer is over it, whatever it covers.
  if (holds(shown, event)) clearTimeout(timer);
  else if (trigger) later(() => show(trigger), openAfter);
  else if (shown && !kept) later(hide, closeAfter);
  else clearTimeout(timer);
});

document.addEventListener('focusin', (event) => {
  const trigger = triggerAt(event);
  if (trigger?.matches(':focus-visible') && !touched) show(trigger);
  else if (shown && !holds(shown, event) && !(trigger && cardOf(trigger) === shown)) hide();
});

document.addEventListener('click', (event) => {
  const trigger = triggerAt(event);
  const card = trigger && cardOf(trigger);
  if (!trigger || !card) return;
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isOpen = card.matches(':popover-open');
  if (trigger.matches('a.value')) {
    if (!plain) return;
    event.preventDefault();
    // A press beside an open card closes it before the click comes: what was held open by a click stays closed.
    if (pressed === card || (isOpen && kept)) card.hidePopover();
    else if (!isOpen) card.showPopover({ source: trigger });
  } else if (trigger.matches('a')) {
    if (!touched || isOpen || !plain) return;
    event.preventDefault();
    show(trigger);
  } else if (event.detail > 0 && isOpen && !kept) {
    // Hover has opened it already: the click keeps it shown, where the browser would close it.
    event.preventDefault();
  }
  kept = true;
});

document.addEventListener(
  'keydown',
  () => {
    touched = false;
    pressed = undefined;
  },
  { capture: true },
);

export {};
