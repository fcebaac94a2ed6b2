import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readPackages } from '../../../../src/data/readPackages.ts';
import { sheetPoster } from '../../../../src/figure/sheet/poster.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { chipIds } from '../../../../src/widget/package-explorer/params.ts';
import { selectPackages } from '../../../../src/widget/package-explorer/select.ts';
import { areaText, linkText, packageSheet } from '../../../../src/widget/package-explorer/sheet.ts';
import { packageView } from '../../../../src/widget/package-explorer/view.ts';

const data = selectPackages(readCatalogue(), readPackages());
const say = phrases(
  Object.fromEntries([
    ...[...strings('en')].map(([key, text]) => [
      key.replace(/^supernode-hall\./, 'package-explorer.').replace(/^status\./, 'package-explorer.status.'),
      text,
    ]),
    ...[...strings('en')].filter(([key]) => key.startsWith('package-explorer.')),
  ]),
  'package-explorer',
);
const around = { exploring: false, still: false, newTab: false };
const die = (id: string) => data.chips[id]!.drawing.parts.find(({ kind }) => kind === 'compute-die')!;

describe('sizes', () => {
  test('only a published area is drawn firm', () => {
    const firm = chipIds.filter((id) => die(id).basis === 'published');
    expect(firm).toEqual(['nvidia-h100']);
  });

  test('dies are drawn at the area they are said to have', () => {
    const area = (id: string) => die(id).size[0] * die(id).size[1] * 1e6;
    expect(area('nvidia-h100')).toBeCloseTo(814, 6);
    expect(area('nvidia-b200')).toBeCloseTo(858, 6);
    expect(2 * area('ascend-910c')).toBeCloseTo(1331, 0);
  });

  test('words say how firm they are', () => {
    expect(areaText(say, die('nvidia-h100'))).toBe('814\u00a0mm², published');
    expect(areaText(say, die('nvidia-b200'))).toBe('up to 858\u00a0mm² each, derived');
    expect(areaText(say, die('ascend-950dt'))).toBe('size not published');
  });

  test('what is not published has a reason', () => {
    for (const id of chipIds) {
      for (const { basis, reason } of data.chips[id]!.drawing.parts) {
        if (basis !== 'published') expect(reason, id).not.toBe('');
      }
    }
  });
});

describe('every pair', () => {
  const pairs = chipIds.flatMap((chip) =>
    (['none', ...chipIds] as const).map((compare) => ({
      chip,
      compare,
      directions: 'both' as const,
      per: 'package' as const,
      asof: 'latest',
    })),
  );
  test.each(pairs)('$chip beside $compare', (values) => {
    const { sheet } = packageSheet(say, data, values);
    expect(sheetPoster(sheet, { width: 1120, height: 630 }).svg).not.toMatch(/NaN|undefined/);
    const { table } = packageView(say, data, values, around);
    const drawings = [values.chip, values.compare].flatMap((id) => data.chips[id]?.drawing ?? []);
    for (const link of drawings.flatMap(({ links }) => links))
      expect(table).toContain(linkText(say, data, link));
  });
});
