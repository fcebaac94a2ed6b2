import { absolute } from '../locale/path.ts';
import { fillSnippet } from '../widget/snippetTemplate.ts';
import type { WidgetDeclaration } from '../widget/declaration.ts';
import { embedPath, embedSize, iframeSnippet } from './snippet.ts';

/** Size of the picture on cards and previews, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Path of a widget's picture for cards. */
export function cardPath(id: string): string {
  return `/en/widgets/${id}/card.png`;
}

/** Path of what a site reads to embed a widget it found by its address. */
export function oembedPath(id: string): string {
  return `${embedPath(id)}oembed.json`;
}

/** An oEmbed 1.0 answer of type `rich`: an iframe alone, which fills whatever box it is put in. */
export function oembed(declaration: WidgetDeclaration, provider: string): Record<string, string | number> {
  return {
    version: '1.0',
    type: 'rich',
    title: declaration.title,
    provider_name: provider,
    provider_url: absolute('/'),
    ...embedSize(declaration),
    html: fillSnippet(iframeSnippet(declaration), new URLSearchParams({ size: 'fit' })),
    thumbnail_url: absolute(cardPath(declaration.id)),
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    cache_age: 86_400,
  };
}
