import { markup } from '../../widget/html.ts';

/** What the lines of a drawing are, one span a kind of line, as HTML. */
export function mediaKey(words: {
  readonly copper?: string;
  readonly light?: string;
  readonly outline?: string;
}): string {
  const spans = (['copper', 'light', 'outline'] as const).flatMap((line) => {
    const word = words[line];
    return word === undefined ? [] : [markup`<span class="media-${line}">${word}</span>`];
  });
  return markup`<p class="media-legend">${spans}</p>`.html;
}
