import { absolute } from '../locale/path.ts';
import type { WidgetDeclaration } from '../widget/declaration.ts';

/** Version in the addresses of embeds; what stands under it never breaks. */
export const embedVersion = 'v1';

/** Path of a widget's embed page below the site's root. */
export function embedPath(id: string): string {
  return `/embed/${embedVersion}/${id}/`;
}

const title = (declaration: WidgetDeclaration) =>
  declaration.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The embed code that needs nothing but an iframe. `{query}` stands where the state goes. */
export function iframeSnippet(declaration: WidgetDeclaration): string {
  const { width, height } = embedSize(declaration);
  return (
    `<iframe src="${absolute(embedPath(declaration.id))}{query}" title="${title(declaration)}"` +
    ` width="${width}" height="${height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"` +
    ` allow="fullscreen *; clipboard-write *"></iframe>`
  );
}

/** The embed code that sizes itself and speaks with its page. `{attributes}` stands where the state goes. */
export function hostSnippet(declaration: WidgetDeclaration): string {
  return (
    `<script async src="${absolute(`/embed/${embedVersion}/host.js`)}"></script>\n` +
    `<supernode-embed widget="${declaration.id}"{attributes}></supernode-embed>`
  );
}

/** The size in CSS pixels in which a widget is offered to pages that cannot size it. */
export function embedSize(declaration: WidgetDeclaration): { width: number; height: number } {
  const width = Math.max(960, declaration.minimumSize.width);
  return { width, height: Math.max(Math.round((width * 3) / 4), declaration.minimumSize.height) };
}
