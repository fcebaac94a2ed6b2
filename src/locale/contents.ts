import { strings } from './translations.ts';
import type { Language } from './languages.ts';

/** One of the parts the articles are grouped in. */
export interface Part {
  /** Name in addresses: `/en/#wires`. */
  readonly id: string;
  /** From 1, as the articles' front matter counts. */
  readonly number: number;
  readonly name: string;
}

/** An article of the plan, written or not. */
export interface PlannedArticle {
  readonly order: number;
  readonly part: Part;
  readonly title: string;
  readonly line: string;
}

/** The plan of the site: its parts, and its articles in reading order. */
export interface Contents {
  readonly parts: readonly Part[];
  readonly articles: readonly PlannedArticle[];
}

/**
 * The plan as the interface strings give it.
 * @throws if an article names a part that is not there, or lacks its title or line
 */
export function contentsOf(flat: ReadonlyMap<string, string>): Contents {
  const under = (prefix: string): [string, string][] =>
    [...flat]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [key.slice(prefix.length), text]);
  const parts = under('contents.parts.').map(([id, name], i) => ({ id, name, number: i + 1 }));
  const orders = new Set(under('contents.articles.').map(([key]) => Number.parseInt(key, 10)));
  const articles = [...orders].map((order) => {
    const field = (name: string): string => {
      const text = flat.get(`contents.articles.${order}.${name}`);
      if (text === undefined) throw new Error(`contents.articles.${order}: no "${name}"`);
      return text;
    };
    const part = parts.find(({ id }) => id === field('part'));
    if (!part) {
      const allowed = parts.map(({ id }) => id).join(', ');
      throw new Error(`contents.articles.${order}: no part "${field('part')}"; allowed: ${allowed}`);
    }
    return { order, part, title: field('title'), line: field('line') };
  });
  return { parts, articles: articles.sort((a, b) => a.order - b.order) };
}

/** The plan of the site in a language. */
export function contents(language: Language): Contents {
  return contentsOf(strings(language));
}
