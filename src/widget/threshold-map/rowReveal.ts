/** Pushes the row of days, which is longer than the screen of a phone, to the day that holds, each time it is another. */
export function rowReveal(controls: HTMLElement): () => void {
  let revealed: string | undefined;
  return () => {
    const day = controls.querySelector<HTMLElement>('[data-date][aria-current="true"]');
    const row = day?.parentElement;
    if (!day || !row || revealed === day.dataset['date']) return;
    revealed = day.dataset['date'];
    row.scrollLeft += day.getBoundingClientRect().left - row.getBoundingClientRect().left - 40;
  };
}
