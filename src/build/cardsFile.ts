import { parseHTML } from 'linkedom';
import { partPages } from './partPages.ts';

/** Name of the file beside a page that holds its cards. */
export const cardsFileName = 'cards.json';

const held = /(<div class="cards")>([\s\S]*?)<!--end of cards--><\/div>/;

/**
 * Takes the cards out of a page: what is left of it, and the HTML of each card by its id. `undefined` for a page
 * without cards. The page says where its cards are, so that its script can fetch them.
 */
export function withoutCards(html: string): { html: string; cards: Record<string, string> } | undefined {
  const found = held.exec(html);
  if (!found) return undefined;
  const { document } = parseHTML(`<html><body>${found[2]!}</body></html>`);
  const cards = [...document.querySelectorAll('.card')].map(({ id, outerHTML }) => [id, outerHTML] as const);
  const left = cards.length === 0 ? '' : `${found[1]!} data-file="${cardsFileName}"></div>`;
  return { html: html.replace(found[0], () => left), cards: Object.fromEntries(cards) };
}

/**
 * Puts the cards of every built page into a file beside it, which its script fetches once a reader wants one: hidden
 * cards were a quarter of an article.
 */
export const cardsFile = () =>
  partPages('cards-file', (html) => {
    const parted = withoutCards(html);
    if (!parted) return undefined;
    const { cards, html: left } = parted;
    return {
      html: left,
      files: Object.keys(cards).length > 0 ? { [cardsFileName]: JSON.stringify(cards) } : {},
    };
  });
