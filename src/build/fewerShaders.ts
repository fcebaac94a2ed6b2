import type { AstroIntegration } from 'astro';
import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { withFewerParts } from './fewerParts.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Property extends Node {
  readonly key: { readonly name: string };
  readonly value: Node;
}

/** All nodes under a node, itself first. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof (child as Node).type === 'string') yield* nodesOf(child as Node);
}

const includes = (text: string): string[] => [...text.matchAll(/#include <(\w+)>/g)].map((one) => one[1]!);

/** Own properties of `const name = {…}` anywhere in a module. Throws where there is no such object. */
function objectNamed(nodes: readonly Node[], name: string): Property[] {
  const found = nodes.find(
    (node) => node.type === 'VariableDeclarator' && (node['id'] as { name?: string }).name === name,
  );
  const object = found?.['init'] as (Node & { properties: Property[] }) | null | undefined;
  if (object?.type !== 'ObjectExpression') throw new Error(`three has no object "${name}" any more`);
  return object.properties;
}

/**
 * The module of three.js without the shaders that nothing can reach. Its two tables `ShaderLib` and `ShaderChunk` name
 * every shader of the library, so that no bundler can leave one out: a quarter of its bytes are lights and
 * textures that a drawing without light never has.
 * @param code text of `three.module.js`
 * @param scenes texts of the files that draw: what they name of materials and include of chunks stays
 * @throws where three is built otherwise than this knows
 */
export function withFewerShaders(code: string, scenes: readonly string[]): string {
  const nodes = [...nodesOf(parseAst(code) as unknown as Node)];
  const library = objectNamed(nodes, 'ShaderLib');
  const chunks = objectNamed(nodes, 'ShaderChunk');
  const text = scenes.join('\n');
  const materials = objectNamed(nodes, 'shaderIDs').filter(({ key }) => new RegExp(`\\b${key.name}\\b`).test(text)); // prettier-ignore
  const shaders = new Set(materials.map(({ value }) => String(value['value'])));
  // `ShaderLib.physical` is made of `ShaderLib.standard`.
  if (shaders.has('physical')) shaders.add('standard');
  const dropped: Node[] = library.filter(({ key }) => !shaders.has(key.name));
  const physical = nodes.find(
    ({ type, start }) => type === 'ExpressionStatement' && code.startsWith('ShaderLib.physical =', start),
  );
  if (physical && !shaders.has('physical')) dropped.push(physical);
  const gone = (node: Node) => dropped.some(({ start, end }) => start <= node.start && node.end <= end);

  // Chunks by name, from what is left of the module outside their own table, and from what those include.
  const table = { start: chunks[0]!.start, end: chunks.at(-1)!.end };
  const texts = new Map(
    nodes.flatMap((node) => {
      const init = node['init'] as Node | null | undefined;
      const name = (node['id'] as { name?: string } | undefined)?.name;
      return node.type === 'VariableDeclarator' && typeof init?.['value'] === 'string' && name
        ? [[name, init['value']] as [string, string]]
        : [];
    }),
  );
  const kept = new Set<string>();
  const keep = (name: string) => {
    if (kept.has(name)) return;
    kept.add(name);
    const variable = (chunks.find(({ key }) => key.name === name)?.value as { name?: string } | undefined)
      ?.name;
    const inner = texts.get(variable ?? '');
    if (inner === undefined) throw new Error(`three has no chunk "${name}" of a shader any more`);
    includes(inner).forEach(keep);
  };
  includes(text).forEach(keep);
  for (const node of nodes) {
    if (node.type !== 'MemberExpression' || (node['object'] as { name?: string }).name !== 'ShaderChunk') continue; // prettier-ignore
    const { name, value } = node['property'] as { name?: string; value?: unknown };
    const outside = node.start < table.start || node.end > table.end;
    const named = typeof value === 'string' ? value : node['computed'] ? undefined : name;
    if (outside && named !== undefined && !gone(node)) keep(named);
  }
  dropped.push(...chunks.filter(({ key }) => !kept.has(key.name)));
  let left = code;
  for (const { start, end } of dropped.toSorted((a, b) => b.start - a.start)) {
    const comma = /^\s*,/.exec(left.slice(end))?.[0].length ?? 0;
    left = left.slice(0, start) + left.slice(end + comma);
  }
  return left;
}

/** Leaves out of the build the shaders and parts of three.js that the files below `folder` cannot reach. */
export function fewerShaders(folder: string): AstroIntegration {
  const plugin = {
    name: 'fewer-shaders',
    apply: 'build' as const,
    transform: {
      filter: { id: /three\/build\/three\.module\.js/ },
      handler(code: string) {
        const scenes = globSync(`${folder}/**/*.ts`).map((file) => readFileSync(file, 'utf8'));
        return { code: withFewerShaders(withFewerParts(code, scenes), scenes), map: null };
      },
    },
  };
  return {
    name: 'fewer-shaders',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
    },
  };
}
