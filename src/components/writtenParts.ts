import { getCollection } from 'astro:content';
import type { Language } from '../locale/languages.ts';
import { contents, type Part } from '../locale/contents.ts';
import { path } from '../locale/path.ts';

/** An article that can be read, with where it stands and the figure that stands for it. */
export interface WrittenArticle {
  readonly order: number;
  readonly title: string;
  readonly standfirst: string;
  readonly href: string;
  /** Id of its first figure. */
  readonly figure: string | null;
}

/** A part of the plan with those of its articles that are written. */
export interface WrittenPart extends Part {
  readonly articles: readonly WrittenArticle[];
}

/** The parts that have something to read, in order. */
export async function writtenParts(language: Language): Promise<readonly WrittenPart[]> {
  const entries = await getCollection('articles');
  const { parts, articles } = contents(language);
  return parts.flatMap((part) => {
    const own = articles
      .filter((article) => article.part === part)
      .flatMap(({ order }): WrittenArticle[] => {
        const entry = entries.find(({ data }) => data.order === order);
        if (!entry) return [];
        const { title, standfirst } = entry.data;
        const [, figure = null] = /<Widget\s+id="([^"]+)"/.exec(entry.body ?? '') ?? [];
        return [{ order, title, standfirst, href: path(`/${language}/${entry.id}/`), figure }];
      });
    return own.length === 0 ? [] : [{ ...part, articles: own }];
  });
}
