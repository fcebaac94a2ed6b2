import { bringCard } from './pageCards.ts';

/**
 * Opens the cards of figures and terms on hover, on keyboard focus and on a tap. Without this script a figure is a link
 * to its source at the end of the page, and a term one to the glossary; so they are where a card cannot be had. A card
 * can be entered with the pointer, stays until the pointer or the focus leaves it, and closes on Escape.
 */
const openAfter = 150;
const closeAfter = 300;

let timer = 0;
let shown: HTMLElement | undefined;
let kept = false;
let touched = false;
/** The card that a click held open when the pointer came down on its figure again. */
let pressed: HTMLElement | undefined;
/** What a card is on its way for; `keep` if a click asked for it, which stays a wish when the pointer moves on. */
let wish: { readonly trigger: HTMLElement; readonly keep: boolean } | undefined;

const triggerAt = (event: Event): HTMLElement | null =>
  event.target instanceof Element
    ? event.target.closest<HTMLElement>('.value:is([data-card], [popovertarget]), .term[data-card]')
    : null;

const cardId = (trigger: HTMLElement): string =>
  trigger.getAttribute('popovertarget') ?? trigger.dataset['card'] ?? '';

const cardOf = (trigger: HTMLElement): HTMLElement | null => document.getElementById(cardId(trigger));

const holds = (card: HTMLElement | undefined, event: Event): boolean =>
  card !== undefined && event.target instanceof Node && card.contains(event.target);

function later(action: () => void, delay: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(action, delay);
}

/** Opens a card as soon as it is there, if it is still wanted then. False where it cannot be had. */
async function open(trigger: HTMLElement, keep = false): Promise<boolean> {
  if (wish?.keep && !keep) return true;
  const own = (wish = { trigger, keep });
  const card = await bringCard(cardId(trigger));
  if (wish !== own) return true;
  wish = undefined;
  if (!card) return false;
  const isOpen = card.matches(':popover-open');
  if (!isOpen) card.showPopover({ source: trigger });
  kept = keep || (isOpen && kept);
  return true;
}

/** Opens a card for a click on a link, which leads where it always does if there is none. */
async function openOrFollow(link: HTMLAnchorElement): Promise<void> {
  if (!(await open(link, true))) location.assign(link.href);
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
    if (trigger) void bringCard(cardId(trigger));
    pressed = trigger && kept && shown && cardOf(trigger) === shown ? shown : undefined;
  },
  { capture: true },
);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const trigger = triggerAt(event);
  // A card that is being read stays while the pointer is over it, whatever it covers.
  if (holds(shown, event)) clearTimeout(timer);
  else if (trigger) {
    void bringCard(cardId(trigger));
    later(() => void open(trigger), openAfter);
  } else {
    if (!wish?.keep) wish = undefined;
    if (shown && !kept) later(hide, closeAfter);
    else clearTimeout(timer);
  }
});

document.addEventListener('focusin', (event) => {
  const trigger = triggerAt(event);
  if (trigger?.matches(':focus-visible') && !touched) void open(trigger);
  else {
    if (!wish?.keep) wish = undefined;
    if (shown && !holds(shown, event) && !(trigger && cardOf(trigger) === shown)) hide();
  }
});

document.addEventListener('click', (event) => {
  const trigger = triggerAt(event);
  if (!trigger) return;
  const card = cardOf(trigger);
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isOpen = card?.matches(':popover-open') ?? false;
  if (trigger instanceof HTMLAnchorElement) {
    const isTerm = trigger.matches('.term');
    if (!plain || (isTerm && (!touched || isOpen))) return;
    event.preventDefault();
    // A press beside an open card closes it before the click comes: what was held open by a click stays closed.
    if (card && !isTerm && (pressed === card || (isOpen && kept))) card.hidePopover();
    else void openOrFollow(trigger);
  } else {
    // Hover has opened it already: the click keeps it shown, where the browser would close it.
    if (event.detail > 0 && isOpen && !kept) event.preventDefault();
    kept = true;
  }
});

document.addEventListener(
  'keydown',
  ({ key }) => {
    touched = false;
    pressed = undefined;
    if (key === 'Escape') wish = undefined;
  },
  { capture: true },
);
