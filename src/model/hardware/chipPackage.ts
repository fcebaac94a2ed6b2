import type { PackageRecord } from '../../data/schema/package.ts';
import type { Basis, Grounded } from './machine.ts';

/** How firm something is, and why, where nobody published it. */
export interface Ground {
  readonly basis: Basis;
  readonly reason: string;
}

/** One kind of part on a substrate. */
export interface PackagePart extends Ground {
  readonly id: string;
  readonly kind: 'compute-die' | 'io-die' | 'memory-stack';
  readonly count: Grounded;
  /** Width and depth, metres. */
  readonly size: readonly [number, number];
  /** Metres. */
  readonly height: number;
  /** Whether the size follows from an area alone, its proportion assumed. */
  readonly fromArea: boolean;
  /** Whether it is drawn at the most it can measure. */
  readonly atMost: boolean;
  /** Key of the area it is drawn at, or null. */
  readonly areaFigure: string | null;
  readonly figures: readonly string[];
  readonly region: readonly [number, number, number, number];
  readonly grid: readonly [number, number];
}

/** A bandwidth of a package; bytes per second as its figure counts it, null where there is no figure. */
export interface PackageLink {
  readonly kind: 'memory' | 'dies' | 'outside';
  /** Parts its lines begin at. */
  readonly parts: string;
  readonly figure: string | null;
  readonly bandwidth: number | null;
  /** Why there is no figure; empty where there is one. */
  readonly reason: string;
  /** Edges of the package that links outside leave by. */
  readonly sides: readonly ('front' | 'back')[];
}

/** A chip's package as it is drawn. */
export interface ChipPackage {
  readonly chip: string;
  /** Width and depth, metres. */
  readonly substrate: readonly [number, number];
  /** Height of the substrate, metres. */
  readonly thickness: number;
  readonly substrateGround: Ground;
  readonly parts: readonly PackagePart[];
  readonly links: readonly PackageLink[];
  readonly technology: 'nvlink' | 'unifiedbus';
  readonly places: Ground;
}

/**
 * Fills a package's drawing from the record.
 * @param figure value of a key in base units (count, square metres, bytes per second); throws where there is none
 */
export function chipPackage(record: PackageRecord, figure: (key: string) => number): ChipPackage {
  const { substrate, links } = record;
  const link = (
    kind: PackageLink['kind'],
    of: PackageRecord['links']['memory'],
    sides: PackageLink['sides'] = [],
  ): PackageLink =>
    'of' in of
      ? { kind, parts: of.parts, figure: of.of, bandwidth: figure(of.of), reason: '', sides }
      : { kind, parts: of.parts, figure: null, bandwidth: null, reason: of.unknown, sides };
  const { sides, of, parts } = links.outside;
  return {
    chip: record.chip,
    substrate: [substrate.mm[0] / 1000, substrate.mm[1] / 1000],
    thickness: substrate.mm[2] / 1000,
    substrateGround: { basis: substrate.basis, reason: substrate.reason },
    parts: record.parts.map((part) => packagePart(part, figure)),
    links: [
      link('memory', links.memory),
      ...(links.dies ? [link('dies', links.dies)] : []),
      link('outside', { of, parts }, sides),
    ],
    technology: links.outside.technology,
    places: record.places,
  };
}

function packagePart(part: PackageRecord['parts'][number], figure: (key: string) => number): PackagePart {
  const { id, kind, count, figures, region, grid, size, area } = part;
  const shared = {
    id,
    kind,
    figures,
    region,
    grid,
    count:
      'of' in count ? { value: figure(count.of), basis: 'published' as const, reason: '' } : { ...count },
  };
  if (area) {
    const width = Math.sqrt(figure(area.of) * area.proportion);
    const { basis, reason } = area;
    const drawn = {
      size: [width, width / area.proportion] as const,
      height: area.height_mm / 1000,
      fromArea: true,
      atMost: false,
    };
    return { ...shared, ...drawn, areaFigure: area.of, basis, reason };
  }
  const { mm, basis, reason, bound, figure: areaFigure = null } = size!;
  return {
    ...shared,
    size: [mm[0] / 1000, mm[1] / 1000],
    height: mm[2] / 1000,
    fromArea: false,
    atMost: bound === 'at-most',
    areaFigure,
    basis,
    reason,
  };
}
