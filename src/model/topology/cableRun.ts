import { groupsOver, strides } from './grid.ts';
import { layOutClos } from './clos.ts';
import { globalRouter, layOutDragonfly } from './dragonfly.ts';
import type { Design } from './design.ts';
import type { Clos, Dragonfly } from './wiring.ts';

/** How chips are taken to stand; metres. */
export interface CabinetHall {
  readonly chipsPerCabinet: number;
  /** A cable that stays in its cabinet. */
  readonly inside: number;
  /** From one cabinet to the next along a row, and from one row to the next. */
  readonly pitch: number;
  readonly rowPitch: number;
  /** From the middle of a cabinet up to the tray over it. */
  readonly rise: number;
}

/** Links of one tier that run equally far. */
export interface CableRun {
  /** Index into the design's tiers. */
  readonly tier: number;
  readonly links: number;
  readonly metres: number;
}

/** A place of cables' ends: in a cabinet, or in one of its own between several (−1). Metres on the floor. */
interface Stand {
  readonly cabinet: number;
  readonly x: number;
  readonly z: number;
}

const distance = (hall: CabinetHall, a: Stand, b: Stand): number =>
  a.cabinet === b.cabinet && a.cabinet >= 0
    ? hall.inside
    : Math.abs(a.x - b.x) + Math.abs(a.z - b.z) + 2 * hall.rise;

/** Where position `p` of a ring of m stands on a line, so that no neighbour is more than two places off. */
export const foldedPlace = (p: number, m: number): number => (2 * p < m ? 2 * p : 2 * (m - p) - 1);

/** Chips of one cabinet along each dimension: inner dimensions whole, as many as it holds. */
export function cabinetBlock(shape: readonly number[], chipsPerCabinet: number): number[] {
  let room = chipsPerCabinet;
  return shape.map((size) => {
    const own = Math.max(1, Math.min(size, Math.floor(room)));
    room = own < size ? 0 : room / own;
    return own;
  });
}

/** The cabinets of a design in rows about four times as long as one is wide, filled in the order of its dimensions. */
interface Cabinets {
  readonly block: readonly number[];
  /** Cabinets along each dimension. */
  readonly grid: readonly number[];
  readonly stands: readonly Stand[];
}

function standCabinets({ family, shape }: Design, hall: CabinetHall): Cabinets {
  const block = cabinetBlock(shape, hall.chipsPerCabinet);
  const grid = shape.map((size, d) => Math.ceil(size / block[d]!));
  const folded = family === 'ring' || family === 'torus';
  const count = grid.reduce((a, b) => a * b, 1);
  const perRow = Math.max(1, Math.round(Math.sqrt((count * hall.rowPitch) / hall.pitch)));
  const step = strides(grid);
  const stands = Array.from({ length: count }, (_, cabinet): Stand => {
    const place = grid.reduce((sum, m, d) => {
      const digit = Math.floor(cabinet / step[d]!) % m;
      return sum + step[d]! * (folded ? foldedPlace(digit, m) : digit);
    }, 0);
    return {
      cabinet,
      x: (place % perRow) * hall.pitch,
      z: Math.floor(place / perRow) * hall.rowPitch,
    };
  });
  return { block, grid, stands };
}

/**
 * How far the links of a design run, each counted once: inside its cabinet a cable is `inside` long, any other rises to a
 * tray, follows the rows and comes down. Rings are folded, so that neighbours stand near. Switches stand in the cabinet of
 * the chips they join, or in the middle of the cabinets of these.
 */
export function* cableRuns(design: Design, hall: CabinetHall): Generator<CableRun> {
  const cabinets = standCabinets(design, hall);
  const names = design.tiers.map(({ name }) => name);
  for (const family of design.wiring.families) {
    if (family.family === 'clos') yield* closRuns(design, family, hall, cabinets, names);
    else if (family.family === 'dragonfly') {
      yield* dragonflyRuns(design, family, hall, cabinets);
      return; // The planes are alike: all are counted at once.
    } else
      yield* directRuns(
        design,
        family.over,
        family.family === 'ring',
        hall,
        cabinets,
        names.indexOf(family.link.tier),
      );
  }
}

/** Links along one dimension: from cabinet to cabinet, as many as there are lines through both. */
function* directRuns(
  { shape }: Design,
  over: number,
  ring: boolean,
  hall: CabinetHall,
  { block, grid, stands }: Cabinets,
  tier: number,
): Generator<CableRun> {
  const step = strides(grid);
  const [size, count] = [shape[over]!, grid[over]!];
  /** Positions along a dimension that a cabinet holds; the last may hold fewer. */
  const held = (d: number, digit: number) => Math.min(block[d]!, shape[d]! - digit * block[d]!);
  for (const a of stands) {
    const digits = grid.map((m, d) => Math.floor(a.cabinet / step[d]!) % m);
    const lines = digits.reduce((product, digit, d) => (d === over ? product : product * held(d, digit)), 1);
    const own = digits[over]!;
    const here = held(over, own);
    const closes = count === 1 && size > 2 ? 1 : 0;
    const within = ring ? here - 1 + closes : (here * (here - 1)) / 2;
    if (within) yield { tier, links: lines * within, metres: hall.inside };
    const others = ring
      ? count > 1 && (own < count - 1 || size > 2)
        ? [(own + 1) % count]
        : []
      : range(own + 1, count);
    for (const other of others) {
      const b = stands[a.cabinet + (other - own) * step[over]!]!;
      yield { tier, links: lines * (ring ? 1 : here * held(over, other)), metres: distance(hall, a, b) };
    }
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The cabinet of every chip. */
function cabinetOfChips({ shape, chips }: Design, { block, grid, stands }: Cabinets): Stand[] {
  const [step, own] = [strides(grid), strides(shape)];
  return Array.from({ length: chips }, (_, id) => {
    const cabinet = shape.reduce(
      (sum, size, d) => sum + step[d]! * Math.floor((Math.floor(id / own[d]!) % size) / block[d]!),
      0,
    );
    return stands[cabinet]!;
  });
}

/** Where the switches of each group stand: with its chips where these share a cabinet, else in the middle of them. */
function middles(members: readonly Stand[], group: Uint32Array, groups: number): Stand[] {
  const sums = Array.from({ length: groups }, () => ({ x: 0, z: 0, count: 0, cabinet: -2 }));
  members.forEach(({ cabinet, x, z }, i) => {
    const sum = sums[group[i]!]!;
    sum.x += x;
    sum.z += z;
    sum.count++;
    sum.cabinet = sum.cabinet === -2 || sum.cabinet === cabinet ? cabinet : -1;
  });
  return sums.map(({ x, z, count, cabinet }) => ({ cabinet, x: x / count, z: z / count }));
}

function* closRuns(
  design: Design,
  family: Clos,
  hall: CabinetHall,
  cabinets: Cabinets,
  names: readonly string[],
): Generator<CableRun> {
  const { shape } = design;
  const chips = cabinetOfChips(design, cabinets);
  const layout = layOutClos(shape, family);
  /** What hangs on the switches of a level: the groups below with a chip of each. */
  let below = chips.map((stand, chip) => ({ stand, chip, links: layout[0]!.linksPerChild }));
  for (const [l, level] of family.levels.entries()) {
    const group = groupsOver(shape, level.over);
    const { groups, perGroup } = layout[l]!;
    const stands = middles(chips, group, groups);
    const tier = names.indexOf(level.link.tier);
    for (const { stand, chip, links } of below)
      yield { tier, links, metres: distance(hall, stand, stands[group[chip]!]!) };
    const first = new Int32Array(groups).fill(-1);
    group.forEach((g, chip) => {
      if (first[g]! < 0) first[g] = chip;
    });
    const up = layout[l + 1]?.linksPerChild ?? 0;
    below = stands.map((stand, g) => ({ stand, chip: first[g]!, links: perGroup * up }));
  }
}

function* dragonflyRuns(
  design: Design,
  family: Dragonfly,
  hall: CabinetHall,
  cabinets: Cabinets,
): Generator<CableRun> {
  const { shape, planes } = design;
  const [npus, routers, groups] = shape as [number, number, number];
  const chips = cabinetOfChips(design, cabinets);
  const router = groupsOver(shape, [0]);
  const stands = middles(chips, router, routers * groups);
  for (const [chip, stand] of chips.entries())
    yield { tier: 0, links: planes, metres: distance(hall, stand, stands[Math.floor(chip / npus)]!) };
  for (let g = 0; g < groups; g++)
    for (let a = 0; a < routers - 1; a++)
      for (let b = a + 1; b < routers; b++)
        yield {
          tier: 1,
          links: planes,
          metres: distance(hall, stands[g * routers + a]!, stands[g * routers + b]!),
        };
  const { linksPerPair } = layOutDragonfly(shape, family);
  for (let g = 0; g < groups - 1; g++)
    for (let other = g + 1; other < groups; other++)
      for (let copy = 0; copy < linksPerPair; copy++) {
        const a = stands[g * routers + globalRouter(family, groups, copy, other - g)]!;
        const b = stands[other * routers + globalRouter(family, groups, copy, groups - (other - g))]!;
        yield { tier: 2, links: planes, metres: distance(hall, a, b) };
      }
}
