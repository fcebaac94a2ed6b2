/** Text of each card of the page by its id, once the file that holds them is wanted. A failed request is forgotten. */
let coming: Promise<Readonly<Record<string, string>>> | undefined;

const holder = document.querySelector<HTMLElement>('.cards');

async function fetchCards(file: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} did not come: ${answer.status}`);
  return (await answer.json()) as Record<string, string>;
}

/** Puts a card into the page, and those that its buttons open. */
function insert(id: string, cards: Readonly<Record<string, string>>): void {
  if (document.getElementById(id)) return;
  holder?.insertAdjacentHTML('beforeend', cards[id] ?? '');
  for (const button of document.getElementById(id)?.querySelectorAll('[popovertarget]') ?? [])
    insert(button.getAttribute('popovertarget')!, cards);
}

/** The card of an id, fetched with all others of the page if it is not there yet; `null` if it cannot be had. */
export async function bringCard(id: string): Promise<HTMLElement | null> {
  const file = holder?.dataset['file'];
  if (!document.getElementById(id) && file !== undefined) {
    try {
      insert(id, await (coming ??= fetchCards(file)));
    } catch {
      coming = undefined;
    }
  }
  return document.getElementById(id);
}
