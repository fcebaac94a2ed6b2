/** The headers of one group of paths, as `public/_headers` lists them. */
export interface HeaderRule {
  /** A path, or a path that ends in `*`. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file of Netlify and Cloudflare Pages: paths at the margin, headers indented below them.
 * Throws on a line that is neither, naming its number.
 */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return;
    const header = /^\s+([A-Za-z-]+):\s*(.+?)\s*$/.exec(line);
    if (/^\/\S*$/.test(line.trimEnd())) rules.push({ path: line.trimEnd(), headers: [] });
    else if (header && rules.length > 0) rules.at(-1)!.headers.push([header[1]!, header[2]!]);
    else
      throw new Error(
        `_headers, line ${index + 1}: "${line}" must be a path at the margin or an indented header`,
      );
  });
  return rules;
}

/** The headers of one path, below the base path. A header that several rules set is joined by commas, as the hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of rules) {
    const matches = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (!matches) continue;
    for (const [name, value] of rule.headers)
      found[name] = name in found ? `${found[name]}, ${value}` : value;
  }
  return found;
}
