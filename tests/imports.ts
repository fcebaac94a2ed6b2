import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** One import of one file. */
export interface Import {
  /** Path from the root of the repository. */
  readonly from: string;
  /** Path from the root for a file of ours; the specifier for a package or a virtual module. */
  readonly to: string;
  readonly own: boolean;
  readonly kind: 'value' | 'type' | 'dynamic';
}

/** The scripts inside an Astro component: its frontmatter and its `<script>` elements. */
function astroScripts(text: string): string {
  const [, frontmatter = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const scripts = [...body.matchAll(/<script(?![^>]*\bis:inline)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1],
  );
  return [frontmatter, ...scripts].join('\n');
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** All imports of a source text, as specifier and kind. */
export function importsOf(file: string, text: string): { specifier: string; kind: Import['kind'] }[] {
  const script = file.endsWith('.astro') ? astroScripts(text) : text;
  const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: { specifier: string; kind: Import['kind'] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const kind = onlyTypes(node.importClause) ? 'type' : 'value';
      found.push({ specifier: node.moduleSpecifier.text, kind });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ specifier: node.moduleSpecifier.text, kind: node.isTypeOnly ? 'type' : 'value' });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push({ specifier: argument.text, kind: 'dynamic' });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) found.push({ specifier: literal.text, kind: 'type' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every import below `src`, with paths from the root of the repository. */
export function allImports(root: string): Import[] {
  const files = globSync('src/**/*.{ts,astro}', { cwd: root }).map((file) => file.split(sep).join('/'));
  return files.flatMap((from) =>
    importsOf(from, readFileSync(join(root, from), 'utf8')).map(({ specifier, kind }): Import => {
      const plain = specifier.replace(/\?.*$/, '');
      const own = plain.startsWith('.');
      const to = own
        ? relative(root, join(root, dirname(from), plain))
            .split(sep)
            .join('/')
        : specifier;
      return { from, to, own, kind };
    }),
  );
}

/** The first circle of imports, those of types alone too, as a list of files, or `undefined`. */
export function findCycle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, own } of imports) {
    if (own) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const other of next.get(file) ?? []) {
      const cycle = walk(other);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = walk(file);
    if (cycle) return cycle;
  }
  return undefined;
}
