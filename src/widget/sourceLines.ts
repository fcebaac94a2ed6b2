import { markup, when, type Raw } from './html.ts';
import { sourcesOf, type RecordSlice } from './recordedFigure.ts';

/** Sources of the figures shown, as the title block lists them. */
export function sourceLines(
  data: RecordSlice,
  keys: readonly string[],
  asof: string,
): { id: string; label: string; href: string }[] {
  return sourcesOf(data, keys, asof).map((id) => {
    const { publisher, title, url } = data.sources[id]!;
    return { id, label: `${publisher}: ${title}`, href: url };
  });
}

/** The sources cell of the title block. */
export function sourcesHtml(lines: readonly { label: string; href: string }[], newTab: boolean): Raw {
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  return markup`<details><summary>${lines.length}</summary><ol>${lines.map(
    ({ label, href }) =>
      markup`<li><a href="${href}"${tab}>${label.charAt(0).toUpperCase() + label.slice(1)}</a></li>`,
  )}</ol></details>`;
}

/** A link to a source that shows its publisher and is named by its title too: one publisher says many things. */
export function sourceLink(
  { publisher, title, url }: { readonly publisher: string; readonly title: string; readonly url: string },
  newTab: boolean,
): Raw {
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  return markup`<a href="${url}"${tab}>${publisher}<span class="visually-hidden">: ${title}</span></a>`;
}
