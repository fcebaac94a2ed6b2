import { mdxToMdast, type MdastNode } from 'satteri';

/** Addresses from the root of the host, which lead astray where the site is served below a path. */
const fromRoot = (address: string): boolean => /^\/(?!\/)/.test(address);

/** The address that a node leads to or shows, as it stands in the source. */
function addressOf(node: MdastNode): string | undefined {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return node.url;
  if (node.type === 'html') return /\b(?:href|src)\s*=\s*["']?(\/[^"'\s>]*)/.exec(node.value)?.[1];
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  for (const attribute of node.attributes)
    if (
      attribute.type === 'mdxJsxAttribute' &&
      (attribute.name === 'href' || attribute.name === 'src') &&
      typeof attribute.value === 'string'
    )
      return attribute.value;
  return undefined;
}

/** Complaints about addresses of this site that an article types, a line each. */
export function rawLinksIn(source: string, file: string): string[] {
  const problems: string[] = [];
  const visit = (node: MdastNode): void => {
    const address = addressOf(node);
    if (address !== undefined && fromRoot(address))
      problems.push(
        `${file}:${node.position?.start.line ?? 1}: raw internal link "${address}": allowed: <Page to="${address}">…</Page>`,
      );
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(mdxToMdast(source));
  return problems;
}
