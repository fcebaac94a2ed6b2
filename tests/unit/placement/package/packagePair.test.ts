import { describe, expect, test } from 'vitest';
import { inSi, figureOf } from '../../../../src/data/figure.ts';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readPackages } from '../../../../src/data/readPackages.ts';
import { lineWidth } from '../../../../src/encoding/bandwidth.ts';
import { tones } from '../../../../src/encoding/tone.ts';
import { chipPackage } from '../../../../src/model/hardware/chipPackage.ts';
import {
  boardBounds,
  drawPackages,
  footprints,
  packageRow,
} from '../../../../src/placement/package/packagePair.ts';

const catalogue = readCatalogue();
const drawings = [...readPackages().values()].map((record) =>
  chipPackage(record, (key) => inSi(figureOf(catalogue, key).shown!)),
);
const place = (list: typeof drawings) => {
  const row = packageRow(list);
  return list.map((drawing, index) => ({
    package: drawing,
    x: row[index]!,
    width: ({ bandwidth }: { bandwidth: number | null }) => lineWidth(bandwidth),
  }));
};

describe.each(drawings.map((drawing) => [drawing.chip, drawing] as const))(
  'the package of %s',
  (_, drawing) => {
    const [placed] = place([drawing]);
    const all = drawing.parts.flatMap((part) => footprints(placed!, part));

    test('holds every part on its substrate', () => {
      const [width, depth] = drawing.substrate;
      for (const { x, z, half } of all) {
        expect(Math.abs(x) + half[0]).toBeLessThanOrEqual(width / 2);
        expect(Math.abs(z) + half[1]).toBeLessThanOrEqual(depth / 2);
      }
    });

    test('keeps its parts apart', () => {
      all.forEach((a, i) =>
        all.slice(i + 1).forEach((b) => {
          const apart =
            Math.abs(a.x - b.x) >= a.half[0] + b.half[0] - 1e-9 ||
            Math.abs(a.z - b.z) >= a.half[1] + b.half[1] - 1e-9;
          expect(apart).toBe(true);
        }),
      );
    });

    test('draws lines as wide as the bandwidth they stand for', () => {
      const solids = drawPackages([placed!]);
      const wire = tones.indexOf('wire');
      const widthOf = (kind: string) => {
        let sum = 0;
        for (let i = 0; i < solids.count; i++) {
          const path = solids.owners[solids.owner[i]!]!;
          if (solids.tone[i] !== wire || path.at(-1)?.classId !== kind) continue;
          // Lines to memory run across, the others lengthwise.
          sum += 2 * solids.half[3 * i + (kind === 'memory' ? 2 : 0)]!;
        }
        return sum;
      };
      for (const { kind, bandwidth } of drawing.links)
        expect(widthOf(kind)).toBeCloseTo(lineWidth(bandwidth), 6);
    });
  },
);

test('packages side by side do not touch, and the board carries them all', () => {
  const placed = place(drawings);
  placed.slice(1).forEach((right, index) => {
    const left = placed[index]!;
    expect(right.x - right.package.substrate[0] / 2).toBeGreaterThan(left.x + left.package.substrate[0] / 2);
  });
  const [low, high] = boardBounds(placed);
  for (const { x, package: drawing } of placed) {
    expect(x - drawing.substrate[0] / 2).toBeGreaterThan(low[0]);
    expect(x + drawing.substrate[0] / 2).toBeLessThan(high[0]);
  }
});
