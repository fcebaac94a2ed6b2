import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allImports, findCycle, importsOf, type Import } from './imports.ts';

/** What the files of a layer may import, besides each other. */
interface Rule {
  /** The longest path that fits a file decides. */
  readonly path: string;
  readonly reason: string;
  readonly may?: readonly string[];
  /** Only the shape of things, or only when they are needed. */
  readonly types?: readonly string[];
  readonly later?: readonly string[];
  /** Packages, by name or beginning. */
  readonly packages?: readonly string[];
  /** Not even its neighbours in the folder, beyond `may`. */
  readonly alone?: true;
}

const node = ['node:'];

const rules: readonly Rule[] = [
  { path: 'src/settings.ts', reason: 'two addresses, nothing else' },
  { path: 'src/locale/', reason: 'words and addresses of the site', may: ['src/settings.ts'], packages: [...node, 'yaml'] },
  { path: 'src/data/schema/', reason: 'what we record', packages: ['zod'] },
  { path: 'src/data/', reason: 'the record without Astro', may: ['src/data/schema/'], packages: [...node, 'yaml', 'zod'] },
  {
    path: 'src/data/load.ts',
    reason: 'the only reader of the content collections',
    may: ['src/data/'],
    packages: ['astro:content'],
  },
  {
    path: 'src/content.config.ts',
    reason: 'collections to schemas',
    may: ['src/data/schema/'],
    packages: ['astro:content', 'astro/loaders'],
  },
  { path: 'src/model/', reason: 'what we understand', types: ['src/data/schema/'] },
  { path: 'src/encoding/', reason: 'how a quantity looks', may: ['src/model/'], types: ['src/data/schema/'] },
  {
    path: 'src/placement/',
    reason: 'where things stand; of encoding it knows the names of tones alone',
    may: ['src/model/', 'src/encoding/tone.ts'],
    types: ['src/data/schema/'],
  },
  {
    path: 'src/figure/',
    reason: 'drawings as text',
    may: ['src/model/', 'src/placement/', 'src/encoding/'],
    types: ['src/data/schema/'],
  },
  {
    path: 'src/scene/',
    reason: 'the only user of three',
    may: ['src/placement/', 'src/encoding/', 'src/scene/part/', 'src/scene/stage/'],
    types: ['src/model/', 'src/data/schema/'],
    packages: ['three'],
  },
  {
    path: 'src/scene/part/',
    reason: 'meshes that do not know the stage',
    may: ['src/placement/', 'src/encoding/'],
    types: ['src/model/', 'src/data/schema/'],
    packages: ['three'],
  },
  {
    path: 'src/scene/stage/',
    reason: 'the renderer that does not know the meshes',
    may: ['src/placement/', 'src/encoding/'],
    types: ['src/model/'],
    packages: ['three'],
  },
  { path: 'src/worker/', reason: 'the model in another thread', may: ['src/model/'], types: ['src/data/schema/'] },
  {
    path: 'src/widget/',
    reason: 'what a reader can do',
    // The cut for a day of knowledge is one, for the record and for what a page carries of it.
    may: ['src/model/', 'src/placement/', 'src/encoding/', 'src/figure/', 'src/worker/client.ts', 'src/data/knowledge.ts'],
    types: ['src/data/', 'src/scene/'],
    later: ['src/scene/'],
    packages: ['@preact/signals-core'],
  },
  { path: 'src/embed/', reason: 'what we promise other sites', may: ['src/widget/', 'src/locale/'] },
  { path: 'src/embed/host.ts', reason: 'runs on other people’s pages', may: ['src/embed/protocol.ts'], alone: true },
  {
    path: 'src/components/',
    reason: 'HTML from records and figures',
    may: ['src/settings.ts', 'src/locale/', 'src/data/', 'src/model/', 'src/encoding/', 'src/placement/', 'src/figure/', 'src/widget/', 'src/embed/', 'src/styles/'],
    packages: ['astro:content', '@fonts/', 'linkedom'],
    types: ['astro'],
  },
  {
    path: 'src/layouts/',
    reason: 'the frame of a page',
    may: ['src/settings.ts', 'src/locale/', 'src/data/', 'src/encoding/', 'src/components/', 'src/styles/'],
    packages: ['astro:content', '@fonts/'],
  },
  {
    path: 'src/pages/',
    reason: 'addresses and composition',
    may: ['src/settings.ts', 'src/locale/', 'src/data/', 'src/encoding/', 'src/figure/', 'src/widget/', 'src/embed/', 'src/components/', 'src/layouts/', 'src/styles/', 'src/build/'],
    packages: ['astro:content', '@fonts/'],
    types: ['astro'],
  },
  {
    path: 'src/build/',
    reason: 'tools of the build, in Node',
    may: ['src/settings.ts', 'src/data/', 'src/embed/'],
    packages: ['node:', '@resvg/resvg-js', 'playwright-core', 'rolldown', 'satteri', 'sirv', 'subset-font', 'axe-core', 'chrome-launcher', 'lighthouse', 'linkedom'],
    types: ['astro'],
  },
  {
    path: 'src/terminal/',
    reason: 'the model and the tables of the figures from a shell',
    may: ['src/settings.ts', 'src/locale/', 'src/data/', 'src/model/', 'src/encoding/', 'src/widget/parameter.ts', 'src/widget/twinTable.ts'],
    types: ['src/widget/'],
    packages: [...node],
  },
]; // prettier-ignore

const longestFirst = [...rules].sort((a, b) => b.path.length - a.path.length);
const ruleOf = (file: string) => longestFirst.find(({ path }) => file.startsWith(path));
const within = (paths: readonly string[] | undefined, path: string) =>
  paths?.some((start) => path.startsWith(start)) ?? false;

/** A widget's own folder, or `undefined` for the files that widgets share, of which `chart` is a folder. */
const widgetFolder = (file: string) => /^src\/widget\/(?!chart\/)([^/]+)\//.exec(file)?.[1];

/** Why an import is not allowed, or `undefined` if it is. */
function objection({ from, to, own, kind }: Import): string | undefined {
  const rule = ruleOf(from);
  if (!rule) return `${from}: stands in no layer`;
  const words = `${from} imports ${to}${kind === 'value' ? '' : ` (${kind})`}; ${rule.path} is ${rule.reason}`;
  const [mine, theirs] = [widgetFolder(from), widgetFolder(to)];
  if (mine && theirs && mine !== theirs) return `${words}: a widget never imports a widget`;
  if (own && !rule.alone && ruleOf(to) === rule) return undefined;
  if (own && within(rule.may, to)) return undefined;
  if (!own && within(rule.packages, to)) return undefined;
  if (kind === 'type' && within(rule.types, to)) return undefined;
  if (kind === 'dynamic' && within(rule.later, to)) return undefined;
  // The slice of the record that a widget receives is cut when the site is built.
  const cuts = mine ? /\/select\.ts$/.test(from) : from === 'src/widget/selectFigure.ts';
  if (cuts && to.startsWith('src/data/')) return undefined;
  // Page and terminal print one table: the twin of a figure knows neither its drawing nor the browser.
  if (from.startsWith('src/terminal/') && /^src\/widget\/[^/]+\/twin\.ts$/.test(to)) return undefined;
  // The registry of widgets is what reaches the widgets, when they are needed.
  if (from === 'src/widget/registry.ts' && kind === 'dynamic' && theirs) return undefined;
  return words;
}

const imports = allImports('.');

describe('who may import whom', () => {
  test('every import of src is one that the table allows', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(objection).filter(Boolean)).toEqual([]);
  });

  test('no circles', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  test('every import of ours leads to a file, with its ending written out', () => {
    const lost = imports
      .filter(({ own, to }) => own && !existsSync(to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(lost).toEqual([]);
  });

  test('content imports nothing', () => {
    const articles = globSync('content/**/*.mdx');
    const importing = articles.filter((file) => /^(import|export)\s/m.test(readFileSync(file, 'utf8')));
    expect(importing).toEqual([]);
  });

  test('nobody reaches a registered widget’s insides but the registries', () => {
    const static3d = imports.filter(({ from, to, kind }) => {
      const shared = from.startsWith('src/widget/') && !widgetFolder(from);
      return shared && widgetFolder(to) !== undefined && kind === 'value';
    });
    expect(static3d).toEqual([]);
  });
});

describe('the table refuses what it should', () => {
  const refused: [from: string, to: string, own: boolean, kind: Import['kind']][] = [
    ['src/model/topology/build.ts', 'three', false, 'value'],
    ['src/model/topology/build.ts', 'node:fs', false, 'value'],
    ['src/model/topology/build.ts', 'src/data/catalog.ts', true, 'type'],
    ['src/model/topology/build.ts', 'src/data/schema/chip.ts', true, 'value'],
    ['src/figure/supernode-hall/poster.ts', 'three', false, 'type'],
    ['src/placement/hall/hall.ts', 'src/encoding/format.ts', true, 'value'],
    ['src/data/catalog.ts', 'astro:content', false, 'value'],
    ['src/widget/a/element.ts', 'src/scene/hall.ts', true, 'value'],
    ['src/widget/a/element.ts', 'src/widget/b/state.ts', true, 'value'],
    ['src/widget/a/element.ts', 'src/data/catalog.ts', true, 'value'],
    ['src/widget/a/element.ts', 'three', false, 'dynamic'],
    ['src/scene/part/cabinetMesh.ts', 'src/scene/stage/renderer.ts', true, 'value'],
    ['src/scene/stage/renderer.ts', 'src/scene/part/cabinetMesh.ts', true, 'type'],
    ['src/terminal/figure.ts', 'src/widget/a/view.ts', true, 'value'],
    ['src/terminal/figure.ts', 'src/figure/a/drawing.ts', true, 'value'],
    ['src/embed/host.ts', 'src/embed/guest.ts', true, 'value'],
    ['src/components/Widget.astro', 'src/layouts/Base.astro', true, 'value'],
    ['src/components/Widget.astro', 'three', false, 'value'],
    ['src/helpers/misc.ts', 'src/settings.ts', true, 'value'],
  ];
  test.each(refused)('%s → %s', (from, to, own, kind) => {
    expect(objection({ from, to, own, kind })).toContain(from);
  });

  test('a circle is found, one of types alone too', () => {
    const edge = (from: string, to: string, kind: Import['kind']): Import => ({ from, to, own: true, kind });
    expect(findCycle([edge('a', 'b', 'value'), edge('b', 'c', 'dynamic'), edge('c', 'a', 'value')])).toEqual([
      'a',
      'b',
      'c',
      'a',
    ]);
    expect(findCycle([edge('a', 'b', 'value'), edge('b', 'a', 'type')])).toEqual(['a', 'b', 'a']);
    expect(
      findCycle([edge('a', 'b', 'value'), edge('a', 'c', 'type'), edge('b', 'c', 'type')]),
    ).toBeUndefined();
  });
});

test('imports are read in every form', () => {
  const text = `---
import A from './A.astro';
import type { B } from './b.ts';
import { type C } from './c.ts';
export { d } from './d.ts';
const e = await import('./e.ts');
type F = import('./f.ts').F;
---
<script>
  import './g.ts';
</script>`;
  expect(importsOf('x.astro', text)).toEqual([
    { specifier: './A.astro', kind: 'value' },
    { specifier: './b.ts', kind: 'type' },
    { specifier: './c.ts', kind: 'type' },
    { specifier: './d.ts', kind: 'value' },
    { specifier: './e.ts', kind: 'dynamic' },
    { specifier: './f.ts', kind: 'type' },
    { specifier: './g.ts', kind: 'value' },
  ]);
});
