import type { AstroIntegration } from 'astro';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Catalogue } from '../data/catalog.ts';
import { figureKeys } from '../data/figure.ts';
import { nearest } from '../data/nearest.ts';
import { readCatalogue } from '../data/read.ts';
import { numbersIn } from './proseNumber.ts';
import { rawLinksIn } from './rawLink.ts';

/** What an article may refer to. */
export interface Known {
  readonly figures: readonly string[];
  readonly terms: readonly string[];
  /** Names of chips, systems and links, whose numbers are not figures. */
  readonly names: readonly string[];
}

/** Headings are titles, code is code, and examples are made up and marked so. */
const exempt = new Set([
  'heading',
  'code',
  'inlineCode',
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
]);
/** Attributes of components that print prose, and those that name figures. */
const prose = new Set(['question', 'caption', 'alt']);
const keyed: Readonly<Record<string, string>> = { Value: 'of', Derived: 'expression', Guess: 'answer' };

/**
 * Fails the build where an article types a figure about the world, names a figure or a term that is not on record, or
 * writes the address of a page of this site. The changelog may type figures: it tells what they were before.
 */
export function bareFigure(): AstroIntegration {
  return {
    name: 'bare-figure',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        let known: Known | undefined;
        const plugin = {
          name: 'bare-figure',
          enforce: 'pre' as const,
          transform(code: string, id: string): void {
            // With a query it is no longer the article but a module made from it.
            const file = relative(root, id);
            if (!/^content\/.*\.mdx$/.test(file)) return;
            known ??= knownIn(readCatalogue(new URL('content/', config.root)));
            const told = file.endsWith('/changelog.mdx') ? [] : problemsIn(code, file, known);
            const problems = [...told, ...rawLinksIn(code, file)];
            if (problems.length > 0) throw new Error(problems.join('\n'));
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

/** What the articles of a catalogue may refer to. */
export function knownIn(catalogue: Catalogue): Known {
  const records = [
    ...catalogue.chips.values(),
    ...catalogue.systems.values(),
    ...catalogue.interconnects.values(),
  ];
  return {
    figures: figureKeys(catalogue),
    terms: [...catalogue.terms.keys()],
    names: records.flatMap(({ name, also }) => [name, ...also]).filter((name) => /\d/.test(name)),
  };
}

/** Complaints about one article, a line each: `file:line: what is wrong: what is allowed`. */
export function problemsIn(source: string, file: string, known: Known): string[] {
  const problems: string[] = [];
  const say = (line: number, problem: string) => problems.push(`${file}:${line}: ${problem}`);
  const scan = (text: string, line: number) => {
    for (const { text: figure, offset } of numbersIn(text, known.names))
      say(
        line + text.slice(0, offset).split('\n').length - 1,
        `bare figure "${figure}": allowed: <Value of="record.property" />, <Derived expression="…" />, words, or inside <Example>`,
      );
  };
  const unknown = (line: number, tag: string, id: string, ids: readonly string[]) => {
    if (!ids.includes(id))
      say(line, `<${tag}> names "${id}", which is not on record: nearest: ${nearest(id, ids).join(', ')}`);
  };

  const visit = (node: MdastNode): void => {
    if (exempt.has(node.type)) return;
    const line = node.position?.start.line ?? 1;
    if (node.type === 'yaml') {
      // A title is a title; the standfirst and the description are prose.
      node.value.split('\n').forEach((entry, i) => {
        if (!/^(title|part|order|published|edited):/.test(entry)) scan(entry, line + 1 + i);
      });
    }
    if (node.type === 'text') scan(node.value, line);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (node.name === 'Example') return;
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
        if (prose.has(attribute.name)) scan(attribute.value, line);
        if (node.name === 'Term' && attribute.name === 'id')
          unknown(line, 'Term', attribute.value, known.terms);
        if (node.name !== null && keyed[node.name] === attribute.name)
          for (const [key] of attribute.value.matchAll(/[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*/g))
            unknown(line, node.name, key, known.figures);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(mdxToMdast(source));
  return problems;
}
