import { tones } from '../../encoding/tone.ts';
import type { ChipPackage, PackageLink, PackagePart } from '../../model/hardware/chipPackage.ts';
import { placeParts } from '../board/tray.ts';
import { buildSolids, type Solids, type SolidsBuilder } from '../solid/solids.ts';
import type { Bounds } from '../view/viewpoint.ts';
import { lookByBasis, partTone } from './part.ts';

/** A package on the board, and how wide the lines of its links are. */
export interface PlacedPackage {
  readonly package: ChipPackage;
  /** Middle of its substrate, metres. */
  readonly x: number;
  /** Width of all lines of a link together, metres; 0 where there is no figure. */
  readonly width: (link: PackageLink) => number;
}

/** A rectangle seen from above: its middle and its half sides, metres. */
export interface Footprint {
  readonly x: number;
  readonly z: number;
  readonly half: readonly [number, number];
}

/** Thickness of the board, and of a line on it, metres. */
const thick = { board: 0.0018, line: 0.0004 };
/** Top of a part that stands on its substrate, metres over the board. */
export const partTop = ({ thickness }: ChipPackage, { height }: Pick<PackagePart, 'height'>): number =>
  thickness + height;
/** How far the board is drawn beyond the packages, and the room between two, metres. */
const margin = 0.014;
const between = 0.034;

/** Where packages stand in a row, centred; metres. */
export function packageRow(packages: readonly ChipPackage[]): readonly number[] {
  const widths = packages.map(({ substrate }) => substrate[0]);
  const whole = widths.reduce((sum, width) => sum + width, 0) + between * (packages.length - 1);
  let left = -whole / 2;
  return widths.map((width) => {
    const x = left + width / 2;
    left += width + between;
    return x;
  });
}

/** Where the parts of one kind stand on a package at `x`: in their grid, front row first. */
export function footprints(
  { package: drawn, x }: Pick<PlacedPackage, 'package' | 'x'>,
  part: PackagePart,
): Footprint[] {
  const [width, depth] = drawn.substrate;
  const size_mm = [part.size[0] * 1000, part.size[1] * 1000, part.height * 1000] as const;
  const { region, grid } = part;
  return placeParts({ region, grid, size_mm }, part.count.value, width, depth).map((placed) => ({
    x: x - width / 2 + placed.x,
    z: depth / 2 - placed.z,
    half: [part.size[0] / 2, part.size[1] / 2],
  }));
}

/** The board under some packages. */
export function boardBounds(placed: readonly Pick<PlacedPackage, 'package' | 'x'>[]): Bounds {
  const edges = placed.flatMap(({ package: { substrate }, x }) => [
    x - substrate[0] / 2,
    x + substrate[0] / 2,
  ]);
  const half = Math.max(...placed.map(({ package: { substrate } }) => substrate[1] / 2)) + margin;
  const tops = placed.flatMap(({ package: drawn }) => drawn.parts.map((part) => partTop(drawn, part)));
  return [
    [Math.min(...edges) - margin, -thick.board, -half],
    [Math.max(...edges) + margin, Math.max(...tops), half],
  ];
}

/** Packages side by side on one board, with lines for what runs on and off them: the wider, the more. */
export function drawPackages(placed: readonly PlacedPackage[]): Solids {
  const solids = buildSolids(tones);
  const [low, high] = boardBounds(placed);
  const owner = solids.own([]);
  solids.add({
    centre: [(low[0] + high[0]) / 2, -thick.board / 2, 0],
    size: [high[0] - low[0], thick.board, high[2] - low[2]],
    tone: 'board',
    look: 'pencil',
    owner,
  });
  for (const one of placed) {
    for (const link of one.package.links) if (link.kind === 'outside') addOutside(solids, one, link, high[2]);
    addSubstrate(solids, one);
    for (const part of one.package.parts) addParts(solids, one, part);
    for (const link of one.package.links) if (link.kind !== 'outside') addInside(solids, one, link);
  }
  return solids.finish();
}

function addSubstrate(solids: SolidsBuilder, { package: drawn, x }: PlacedPackage): void {
  solids.add({
    centre: [x, drawn.thickness / 2, 0],
    size: [drawn.substrate[0], drawn.thickness, drawn.substrate[1]],
    tone: 'substrate',
    look: lookByBasis(drawn.substrateGround),
    owner: solids.own([{ classId: drawn.chip, ordinal: null }]),
  });
}

function addParts(solids: SolidsBuilder, placed: PlacedPackage, part: PackagePart): void {
  footprints(placed, part).forEach(({ x, z, half }, index) => {
    solids.add({
      centre: [x, placed.package.thickness + part.height / 2, z],
      size: [half[0] * 2, part.height, half[1] * 2],
      tone: partTone(part.kind),
      look: lookByBasis(part),
      owner: solids.own([
        { classId: placed.package.chip, ordinal: null },
        { classId: part.id, ordinal: index + 1 },
      ]),
    });
  });
}

function strip(
  solids: SolidsBuilder,
  owner: number,
  [x0, x1]: readonly [number, number],
  [z0, z1]: readonly [number, number],
  y: number,
): void {
  solids.add({
    centre: [(x0 + x1) / 2, y + thick.line / 2, (z0 + z1) / 2],
    size: [Math.abs(x1 - x0), thick.line, Math.abs(z1 - z0)],
    tone: 'wire',
    look: 'plain',
    owner,
  });
}

/** Lines from what the links begin at over the edge of the package to the edge of the board. */
function addOutside(solids: SolidsBuilder, placed: PlacedPackage, link: PackageLink, edge: number): void {
  const owner = solids.own([
    { classId: placed.package.chip, ordinal: null },
    { classId: link.kind, ordinal: null },
  ]);
  const each = placed.width(link) / link.sides.length;
  const depth = placed.package.substrate[1] / 2;
  for (const side of link.sides) {
    const sign = side === 'front' ? 1 : -1;
    strip(solids, owner, [placed.x - each / 2, placed.x + each / 2], [sign * depth, sign * edge], 0);
  }
}

/** Lines from every stack to the die beside it, or over the seam between two dies. */
function addInside(solids: SolidsBuilder, placed: PlacedPackage, link: PackageLink): void {
  const width = placed.width(link);
  if (width === 0) return;
  const { parts, chip } = placed.package;
  const owner = solids.own([
    { classId: chip, ordinal: null },
    { classId: link.kind, ordinal: null },
  ]);
  const die = parts.find(({ kind }) => kind === 'compute-die')!;
  const dies = footprints(placed, die);
  if (link.kind === 'dies') {
    const [front, back] = [dies[0]!, dies.at(-1)!];
    const reach = 0.0022;
    const y = partTop(placed.package, die);
    strip(
      solids,
      owner,
      [front.x - width / 2, front.x + width / 2],
      [front.z - front.half[1] + reach, back.z + back.half[1] - reach],
      y,
    );
    return;
  }
  const memory = parts.find(({ id }) => id === link.parts)!;
  const each = width / memory.count.value;
  for (const stack of footprints(placed, memory)) {
    const beside = dies.reduce((best, next) =>
      Math.abs(next.z - stack.z) < Math.abs(best.z - stack.z) ? next : best,
    );
    const sign = Math.sign(beside.x - stack.x);
    const [low, high] = [-1, 1].map((side) => beside.z + side * (beside.half[1] - each / 2));
    const z = Math.max(low!, Math.min(high!, stack.z));
    strip(
      solids,
      owner,
      [stack.x, beside.x - sign * (beside.half[0] - 0.004)],
      [z - each / 2, z + each / 2],
      partTop(placed.package, memory),
    );
  }
}
