import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readPackages } from '../../../src/data/readPackages.ts';
import { readLayouts } from '../../../src/data/readLayouts.ts';
import { layoutSchema } from '../../../src/data/schema/layout.ts';

/** A rack of one board with two chips that keeps every rule; a test breaks one thing. */
function soundLayout() {
  const assumed = { basis: 'assumed', reason: 'not published' };
  const part = { region: [0, 0, 1, 1], grid: [2, 1], height_mm: 5 } as Record<string, unknown> & {
    region: number[];
  };
  return {
    system: 'machine-a',
    chip: 'chip-a',
    cabinet: {
      width: { mm: 600, basis: 'published' } as Record<string, unknown>,
      depth: { mm: 1200, ...assumed },
      height: { mm: 2250, ...assumed },
    },
    unit: { mm: 44.45, basis: 'derived', reason: 'EIA-310' },
    hall: { row: [['rack', 1]], rows: 1, aisle: { mm: 1200, ...assumed }, ...assumed },
    cabinets: [
      {
        id: 'rack',
        count: { of: 'cabinet-count' } as Record<string, unknown>,
        stack: [{ id: 'board', kind: 'board', count: { value: 1, ...assumed }, units: 4 }],
        stack_basis: { ...assumed },
      },
    ],
    trays: [
      {
        id: 'board',
        depth: { mm: 800, ...assumed },
        ...assumed,
        parts: [Object.assign(part, { id: 'npu', kind: 'processor', count: { value: 2, ...assumed } })],
      },
    ],
    packages: [
      { id: 'npu', drawing: 'nvidia-b200', figures: { 'compute-die': ['nvidia-b200.die-count'] } } as {
        id: string;
        drawing?: string;
        figures: Record<string, string[]>;
      },
    ],
    overhead: null,
  };
}
type SoundLayout = ReturnType<typeof soundLayout>;

test('millimetres leave the schema as metres, with their basis', () => {
  const { cabinet, unit } = layoutSchema.parse(soundLayout());
  expect(cabinet.width).toEqual({ value: 0.6, basis: 'published', reason: '' });
  expect(cabinet.depth).toEqual({ value: 1.2, basis: 'assumed', reason: 'not published' });
  expect(unit.value).toBeCloseTo(0.044_45, 12);
});

const broken: [string, string, (layout: SoundLayout) => void][] = [
  ['an assumed length without a reason', 'cabinet.depth', (l) => (l.cabinet.depth.reason = '')],
  ['a length of nothing', 'cabinet.width.mm', (l) => (l.cabinet.width['mm'] = 0)],
  ['a misspelt key', 'cabinet.width', (l) => (l.cabinet.width['mmm'] = 600)],
  ['an assumed count without a reason', 'count', (l) => (l.cabinets[0]!.stack[0]!.count.reason = '')],
  ['half a cabinet', 'cabinets.0.count', (l) => (l.cabinets[0]!.count = { value: 0.5, basis: 'published' })],
  ['a stack without a reason', 'cabinets.0.stack_basis', (l) => (l.cabinets[0]!.stack_basis.reason = '')],
  ['a hall without a reason', 'hall', (l) => (l.hall.reason = '')],
  ['a tray without a reason', 'trays.0', (l) => (l.trays[0]!.reason = '')],
  ['a package without its drawing', 'packages.0.drawing', (l) => delete l.packages[0]!.drawing],
  ['a part with two sizes', 'parts.0', (l) => (l.trays[0]!.parts[0]!['size_mm'] = [50, 50, 5])],
  ['a part without a size', 'parts.0', (l) => delete l.trays[0]!.parts[0]!['height_mm']],
  ['a region outside its board', 'region', (l) => (l.trays[0]!.parts[0]!.region = [0, 0, 1.2, 1])],
  ['a region turned inside out', 'region', (l) => (l.trays[0]!.parts[0]!.region = [0.8, 0, 0.2, 1])],
  ['a kind nobody draws', 'kind', (l) => (l.trays[0]!.parts[0]!.kind = 'sofa')],
];

describe('a layout is refused with', () => {
  test.each(broken)('%s, at %s', (_, path, breakIt) => {
    const layout = soundLayout();
    breakIt(layout);
    const { error } = layoutSchema.safeParse(layout);
    expect(error?.issues.map((issue) => issue.path.join('.')).join()).toContain(path);
  });
});

describe('reading the files', () => {
  const written = (name: string, layout: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), 'layouts-'));
    writeFileSync(join(folder, name), stringify(layout));
    return folder;
  };

  test('gives every layout by its system', () => {
    const layouts = readLayouts(written('machine-a.yaml', soundLayout()));
    expect([...layouts.keys()]).toEqual(['machine-a']);
  });

  test('gives a chip on its board the sides of its package, and the package its parts', () => {
    const layout = readLayouts(written('machine-a.yaml', soundLayout())).get('machine-a')!;
    const { substrate, parts } = readPackages().get('nvidia-b200')!;
    expect(layout.trays[0]!.parts[0]!.size_mm).toEqual([substrate.mm[0], substrate.mm[1], 5]);
    expect(layout.packages[0]!.substrate_mm).toEqual(substrate.mm);
    expect(layout.packages[0]!.parts.map(({ size_mm }) => size_mm)).toEqual(
      parts.map(({ size }) => size!.mm),
    );
  });

  test.each([
    [
      'no such package',
      /machine-a\.yaml: packages: drawing: "no-chip": allowed: .*nvidia-b200/,
      { drawing: 'no-chip' },
    ],
    [
      'one drawn from an area',
      /"nvidia-h100" is drawn from an area: allowed: sizes/,
      { drawing: 'nvidia-h100', figures: {} },
    ],
    [
      'figures of no part',
      /figures: "lid" is no part: allowed: compute-die, memory-stack/,
      { figures: { lid: [] } },
    ],
    ['a chip of another name', /trays: "npu" has a height and no package/, { id: 'cpu' }],
  ])('refuses %s', (_, message, changed) => {
    const layout = soundLayout();
    Object.assign(layout.packages[0]!, changed);
    expect(() => readLayouts(written('machine-a.yaml', layout))).toThrow(message);
  });

  test('names file and key of what is wrong', () => {
    const layout = soundLayout();
    layout.cabinet.depth.reason = '';
    expect(() => readLayouts(written('machine-a.yaml', layout))).toThrow(
      /content\/layouts\/machine-a\.yaml.*cabinet\.depth/,
    );
  });

  test('refuses a file that is not named after its system', () => {
    expect(() => readLayouts(written('machine-b.yaml', soundLayout()))).toThrow(
      /machine-b\.yaml: system: "machine-a".*allowed: machine-b/,
    );
  });
});
