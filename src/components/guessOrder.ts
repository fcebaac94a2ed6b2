/** Told of every move: the line, its new place from 1, and how many lines there are. */
type Moved = (line: HTMLElement, place: number, all: number) => void;

/**
 * Lets the reader put the lines of a list in order: by their buttons, by the arrow keys while a button has the focus, or
 * by dragging; a finger drags by the number, so that it can scroll the page everywhere else.
 */
function orderLines(list: HTMLElement, moved: Moved): void {
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

/** Commits to the order as it stands: it is shown beside the answer, and what stands in its place is counted. */
function commit(guess: HTMLElement, list: HTMLElement): string {
  const ids = guess.dataset['answer']!.split(' ');
  const lines = [...list.children] as HTMLElement[];
  const copy = document.createElement('ol');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line.querySelector('span')!.textContent;
    copy.append(item);
  }
  const own = guess.querySelector('.guess-pair > div')!;
  own.removeAttribute('hidden');
  own.querySelector('dd')!.replaceChildren(copy);
  guess.querySelector('details')!.open = true;
  const right = lines.filter((line, i) => line.dataset['id'] === ids[i]).length;
  return right === lines.length
    ? guess.dataset['exact']!
    : fill(guess.dataset['placed']!, { right, all: lines.length });
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_place, key: string) => String(values[key]));

for (const guess of document.querySelectorAll<HTMLElement>('[data-kind="order"]')) {
  const list = guess.querySelector<HTMLElement>('.guess-order')!;
  const tell = (text: string) => (guess.querySelector('[role="status"]')!.textContent = text);
  orderLines(list, (line, place, all) =>
    tell(fill(guess.dataset['moved']!, { name: line.querySelector('span')!.textContent, place, all })),
  );
  // Before the form of every other guess hears of it.
  guess.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      tell(commit(guess, list));
    },
    { capture: true },
  );
}
