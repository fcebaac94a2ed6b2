/** What the keys and the pointer ask of the tree. */
export interface TreeVerbs {
  /** Picks the line's part; a line that is picked already is gone into. */
  pick(key: string): void;
  /** Opens or closes a line. */
  toggle(key: string): void;
  /** The line that Tab should land on from now. */
  focus(key: string): void;
}

const level = (line: Element) => Number(line.getAttribute('aria-level'));

/** The line that a key leads to from another, or null where it leads nowhere. */
function lineTowards(key: string, line: HTMLElement): Element | null {
  const list = line.parentElement!;
  const open = line.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowDown':
      return line.nextElementSibling;
    case 'ArrowUp':
      return line.previousElementSibling;
    case 'Home':
      return list.firstElementChild;
    case 'End':
      return list.lastElementChild;
    case 'ArrowRight':
      return open === 'true' ? line.nextElementSibling : null;
    case 'ArrowLeft': {
      let above = line.previousElementSibling;
      while (above && level(above) >= level(line)) above = above.previousElementSibling;
      return above;
    }
    default:
      return null;
  }
}

/** Brings a line into view inside its list only: the page around it never moves. */
export function revealLine(line: HTMLElement): void {
  const list = line.parentElement!;
  // The list is positioned, so that the line's offset counts from its edge.
  const top = line.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else list.scrollTop = Math.max(list.scrollTop, top + line.offsetHeight - list.clientHeight);
}

function focusLine(line: Element, verbs: TreeVerbs): void {
  if (!(line instanceof HTMLElement)) return;
  verbs.focus(line.dataset['key']!);
  line.focus({ preventScroll: true });
  revealLine(line);
}

/** Keys of the tree, after the ARIA pattern: arrows move and open, Enter and Space pick. Returns whether it was one. */
export function treeKey(event: KeyboardEvent, verbs: TreeVerbs): boolean {
  const line = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
  if (!line || event.altKey || event.ctrlKey || event.metaKey) return false;
  const key = line.dataset['key']!;
  const open = line.getAttribute('aria-expanded');
  if (event.key === 'Enter' || event.key === ' ') {
    if (line.hasAttribute('aria-selected')) verbs.pick(key);
    else verbs.toggle(key);
    return true;
  }
  if ((event.key === 'ArrowRight' && open === 'false') || (event.key === 'ArrowLeft' && open === 'true')) {
    verbs.toggle(key);
    return true;
  }
  const next = lineTowards(event.key, line);
  if (next) focusLine(next, verbs);
  return next !== null || event.key.startsWith('Arrow');
}

/** A click on a line: its mark opens and closes it, its words pick it. */
export function treeClick(event: MouseEvent, verbs: TreeVerbs): void {
  const target = event.target as Element;
  const line = target.closest<HTMLElement>('[role="treeitem"]');
  if (!line) return;
  const key = line.dataset['key']!;
  verbs.focus(key);
  if (target.closest('.hall-tree-mark') || !line.hasAttribute('aria-selected')) verbs.toggle(key);
  else verbs.pick(key);
}
