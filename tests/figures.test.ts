import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { twins } from '../src/terminal/figure.ts';
import { widgets } from '../src/widget/registry.ts';

/** Places of a figure by its id; a folder ends with a slash and holds something. */
const everyFigure = (id: string) => [
  `src/widget/${id}/params.ts`,
  `src/widget/${id}/question.ts`,
  `src/widget/${id}/select.ts`,
  `src/widget/${id}/twin.ts`,
  `src/widget/${id}/element.ts`,
  `src/widget/${id}/atWork.ts`,
  `src/components/widget/${id}/static.ts`,
  `content/strings/en/${id}.yaml`,
  `src/figure/${id}/`,
  `tests/unit/widget/${id}/`,
  `tests/unit/figure/${id}/`,
];
const flatFigure = (id: string) => [`src/widget/${id}/view.ts`];
const figureWith3d = (id: string) => [`src/scene/${id}/`, `tests/scene/${id}/`];

/** Shared places that stand for a figure's own. */
const instead: readonly {
  readonly own: (id: string) => string;
  readonly shared: string;
  readonly ids: readonly string[];
  readonly reason: string;
}[] = [
  ...['src/figure/', 'src/scene/', 'tests/unit/figure/'].map((layer) => ({
    own: (id: string) => `${layer}${id}/`,
    shared: `${layer}sheet/`,
    ids: ['rack-compare', 'package-explorer', 'interconnect-explorer', 'topology-lab'],
    reason:
      'a sheet: solids with labels, on a floor or joined by links, drawn by one function from what the widget and src/placement place',
  })),
];

const ids = Object.keys(widgets);
const placed = (place: string) =>
  place.endsWith('/') ? globSync(`${place}**/*.ts`).length > 0 : existsSync(place);
const required = (id: string) => [
  ...everyFigure(id),
  ...(twins[id]!.declaration.has3d ? figureWith3d(id) : flatFigure(id)),
];
const replaced = (id: string, place: string) =>
  instead.find(({ ids: some, own }) => some.includes(id) && own(id) === place);

describe('the places of a figure', () => {
  test('the registries of browser, build and terminal name the same figures', () => {
    const built = readFileSync('src/components/widget/registry.ts', 'utf8').matchAll(
      /from '\.\/([\w-]+)\/static\.ts'/g,
    );
    expect([...built].map(([, id]) => id).sort()).toEqual([...ids].sort());
    expect(Object.keys(twins).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  });

  test.each(ids)('%s has each where it is looked for', (id) => {
    const missing = required(id).filter((place) => !placed(replaced(id, place)?.shared ?? place));
    expect(missing).toEqual([]);
  });

  test.each(instead)(
    '$shared stands for nothing that figures have of their own',
    ({ own, ids: some, shared }) => {
      expect(placed(shared)).toBe(true);
      for (const id of some) {
        expect(ids).toContain(id);
        expect(placed(own(id)), own(id)).toBe(false);
      }
    },
  );

  test.each(ids.filter((id) => !twins[id]!.declaration.has3d))('%s is flat and has no scene', (id) => {
    for (const place of figureWith3d(id)) expect(placed(place), place).toBe(false);
  });

  test('nothing of a figure has another name than its id', () => {
    const joined = new Map(ids.map((id) => [id.replaceAll('-', ''), id]));
    const wrong = globSync('{src,content,tests,docs,public}/**/*').filter((path) =>
      path
        .replaceAll('\\', '/')
        .split('/')
        .some((name) => {
          const plain = name.toLowerCase().replace(/[-_.]/g, '');
          return [...joined].some(([letters, id]) => plain.includes(letters) && !name.includes(id));
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('a folder of a layer that has figures is a figure, or what several share', () => {
    const shared: Readonly<Record<string, readonly string[]>> = {
      'src/widget': ['chart'],
      'src/components/widget': [],
      'src/figure': ['axonometry', 'label', 'sheet', 'wire'],
      'src/scene': ['part', 'sheet', 'stage'],
      'tests/unit/widget': ['chart'],
      'tests/unit/figure': ['axonometry', 'label', 'sheet', 'wire'],
      'tests/scene': ['part', 'sheet', 'stage'],
    };
    for (const [layer, others] of Object.entries(shared)) {
      const folders = globSync(`${layer}/*/`).map((path) =>
        path.replaceAll('\\', '/').replace(/\/$/, '').split('/').at(-1)!,
      );
      expect(
        folders.filter((name) => !ids.includes(name) && !others.includes(name)),
        layer,
      ).toEqual([]);
    }
  });
});
