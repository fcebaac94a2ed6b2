/** What gives way to the drawing in a frame of given size, and stands behind the other tab. */
const folded = '.widget-text, .widget-parts, .title-block';

/**
 * Two tabs for a frame of given size: the figure, and its details. What is folded away stays findable: a search of the
 * page that hits it opens the tab it is in.
 * @param root carries `data-tab` for the style sheet
 * @param row the buttons, hidden until now
 */
export function foldIntoTabs(root: HTMLElement, row: HTMLElement, content: HTMLElement): void {
  const choose = (tab: string): void => {
    root.dataset['tab'] = tab;
    for (const button of row.querySelectorAll<HTMLElement>('button[data-tab]'))
      button.setAttribute('aria-pressed', String(button.dataset['tab'] === tab));
    for (const part of content.querySelectorAll<HTMLElement>(folded)) {
      if (tab === 'figure') part.setAttribute('hidden', 'until-found');
      else part.removeAttribute('hidden');
    }
  };
  row.hidden = false;
  choose('figure');
  row.addEventListener('click', (event) => {
    const { tab } = (event.target as Element).closest<HTMLElement>('button[data-tab]')?.dataset ?? {};
    if (tab) choose(tab);
  });
  content.addEventListener('beforematch', () => choose('details'));
}
