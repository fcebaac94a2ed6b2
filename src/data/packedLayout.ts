import type { Layout, LayoutRecord, PackageDrawing, PartRecord, PlacedPart } from './schema/layout.ts';
import type { PackageRecord } from './schema/package.ts';

/**
 * A layout with the packages that it names, so that every figure of a chip draws it at the same sizes.
 * @throws where a package is not recorded, is drawn from an area, or holds no part of a name; naming file and key
 */
export function packedLayout(record: LayoutRecord, packages: ReadonlyMap<string, PackageRecord>): Layout {
  const file = `content/layouts/${record.system}.yaml`;
  const drawings = record.packages.map((named): PackageDrawing => {
    const found = packages.get(named.drawing);
    if (!found) {
      const known = [...packages.keys()].join(', ');
      throw new Error(`${file}: packages: drawing: "${named.drawing}": allowed: ${known}`);
    }
    const has = found.parts.map(({ id }) => id);
    const stray = Object.keys(named.figures).find((id) => !has.includes(id));
    if (stray !== undefined) {
      throw new Error(`${file}: packages: figures: "${stray}" is no part: allowed: ${has.join(', ')}`);
    }
    const { mm, basis, reason } = found.substrate;
    return {
      ...found.places,
      id: named.id,
      substrate_mm: mm,
      substrate: { basis, reason },
      parts: found.parts.map(({ id, kind, count, figures, region, grid, size }) => {
        if (!size)
          throw new Error(`${file}: packages: "${named.drawing}" is drawn from an area: allowed: sizes`);
        const shown = named.figures[id] ?? figures;
        const ground = { basis: size.basis, reason: size.reason };
        return { id, kind, count, figures: shown, region, grid, size_mm: size.mm, ...ground };
      }),
    };
  });
  const sized = ({ size_mm, height_mm = 0, ...part }: PartRecord) => {
    const substrate = drawings.find(({ id }) => id === part.id)?.substrate_mm;
    if (!size_mm && !substrate) {
      throw new Error(`${file}: trays: "${part.id}" has a height and no package: allowed: its size`);
    }
    const placed: PlacedPart = { ...part, size_mm: size_mm ?? [substrate![0], substrate![1], height_mm] };
    return placed;
  };
  const trays = record.trays.map((tray) => ({ ...tray, parts: tray.parts.map(sized) }));
  return { ...record, trays, packages: drawings };
}
