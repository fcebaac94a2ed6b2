/** Told of every move: the line, its new place from 1, and how many lines there are. */
export type Moved = (line: HTMLElement, place: number, all: number) => void;

/**
 * Lets the reader put the lines of a list in order: by their buttons, by the arrow keys while a button has the focus, or
 * by dragging; a finger drags by the number, so that it can scroll the page everywhere else.
 */
export function orderLines(list: HTMLElement, moved: Moved): void {
  const lines = () => [...list.children] as HTMLElement[];
  const put = (line: HTMLElement, place: number) => {
    const others = lines().filter((one) => one !== line);
    if (place < 0 || place > others.length || lines()[place] === line) return;
    const focused = document.activeElement;
    list.insertBefore(line, others[place] ?? null);
    if (focused instanceof HTMLElement && line.contains(focused)) focused.focus({ preventScroll: true });
    lines().forEach((one, i) => (one.querySelector('b')!.textContent = String(i + 1)));
    moved(line, place + 1, others.length + 1);
  };
  const lineOf = (event: Event) => (event.target as Element).closest<HTMLElement>('li');

  list.addEventListener('click', (event) => {
    const step = Number((event.target as Element).closest<HTMLElement>('button')?.dataset['step'] ?? 0);
    const line = lineOf(event);
    if (line && step) put(line, lines().indexOf(line) + step);
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const line = lineOf(event);
    if (!line || step === undefined) return;
    event.preventDefault();
    put(line, lines().indexOf(line) + step);
  });
  let dragged: HTMLElement | null = null;
  list.addEventListener('pointerdown', (event) => {
    const on = event.target as Element;
    if (event.button !== 0 || on.closest('button') || (event.pointerType === 'touch' && !on.closest('b')))
      return;
    dragged = lineOf(event);
    if (!dragged) return;
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    const above = lines().filter((line) => {
      const { top, height } = line.getBoundingClientRect();
      return line !== dragged && top + height / 2 < event.clientY;
    });
    put(dragged, above.length);
  });
  for (const type of ['pointerup', 'pointercancel'])
    list.addEventListener(type, () => {
      dragged = null;
    });
}
