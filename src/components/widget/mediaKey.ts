import { markup } from '../../widget/html.ts';

/** What the lines of a drawing are, one span a medium, as HTML. */
export function mediaKey(words: { readonly copper?: string; readonly light?: string }): string {
  const spans = (['copper', 'light'] as const).flatMap((medium) => {
    const word = words[medium];
    return word === undefined ? [] : [markup`<span class="media-${medium}">${word}</span>`];
  });
  return markup`<p class="media-legend">${spans}</p>`.html;
}
