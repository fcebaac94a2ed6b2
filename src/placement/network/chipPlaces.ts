import type { DesignFamily } from '../../model/topology/designFamily.ts';
import { coordinate, strides } from '../../model/topology/grid.ts';
import type { Point } from '../label/annotation.ts';

/** Where the chips of a family stand, and how far apart neighbours are at the least. */
export interface ChipStand {
  readonly spacing: number;
  /** How far apart chips that follow one another stand outwards, where they stand in rows out of a circle. */
  readonly outwards?: number;
  place(chip: number): Point;
}

/** Half the width of what stands around a middle. */
export const radius = 5;

/** The middle of the cell `i` of `n` that share a stretch. */
export const cell = (i: number, n: number, length: number): number => ((i + 0.5) / n - 0.5) * length;

/** Chips on a circle stand one by one up to this many, then in rows outwards. */
export const mostAround = 256;

/** What a link joins stands so that no other chip lies on the link. */
export function standChips(family: DesignFamily, shape: readonly number[]): ChipStand {
  switch (family) {
    case 'ring':
      return around(shape[0]!, true);
    case 'fullmesh':
    case 'planes':
      return around(shape[0]!, false);
    case 'torus':
      return shape.length === 2 ? ringOfRings(shape) : lattice(shape);
    case 'ndmesh':
      return circlesOfCircles(shape);
    case 'clos':
      return leaves(shape);
    case 'rails':
      return bows(shape);
    case 'dragonfly':
      return groups(shape);
  }
}

/** Chips around a circle, and outwards from it where they are many. @param serpent each row runs back to the next */
function around(chips: number, serpent: boolean): ChipStand {
  const perRow = Math.ceil(chips / mostAround);
  // An even number of rows, so that a ring that runs out and in again ends beside where it began.
  const rows = perRow === 1 ? chips : 2 * Math.ceil(chips / perRow / 2);
  const outwards = perRow === 1 ? 0 : Math.min(0.12 * perRow, 2.2);
  return {
    spacing: Math.min((2 * Math.PI * radius) / rows, perRow > 1 ? outwards / perRow : Infinity),
    ...(perRow > 1 && { outwards: outwards / perRow }),
    place(chip) {
      const row = Math.floor(chip / perRow);
      const j = serpent && row % 2 ? perRow - 1 - (chip % perRow) : chip % perRow;
      const angle = (2 * Math.PI * row) / rows;
      const r = radius + (outwards * j) / perRow;
      return [r * Math.sin(angle), 0, r * Math.cos(angle)];
    },
  };
}

/** Two rings make a ring of rings, which is what gave the torus its name. */
function ringOfRings([inner, outer]: readonly number[]): ChipStand {
  const tube = Math.min(1.4, 0.7 + 0.08 * inner!);
  const middle = radius - tube;
  return {
    spacing: Math.min((2 * Math.PI * (middle - tube)) / outer!, (2 * Math.PI * tube) / inner!),
    place(chip) {
      const v = (2 * Math.PI * ((chip % inner!) + 0.5)) / inner!;
      const u = (2 * Math.PI * Math.floor(chip / inner!)) / outer!;
      const r = middle + tube * Math.cos(v);
      return [r * Math.sin(u), tube * Math.sin(v), r * Math.cos(u)];
    },
  };
}

/** A lattice of three dimensions, and of more as lattices side by side. */
export function lattice(shape: readonly number[]): ChipStand & { readonly step: number } {
  const strideOf = strides(shape);
  const sides = [0, 1, 2].map((axis) => {
    let length = 1;
    const pitch = shape.map((size, d) => {
      if (d % 3 !== axis) return 0;
      const own = length === 1 ? 1 : length * 1.35;
      length += own * (size - 1);
      return own;
    });
    return { pitch, length };
  });
  const longest = Math.max(...sides.map(({ length }) => length - 1), 1);
  const step = 7.6 / longest;
  // Along x, z and y, so that a third dimension stands up.
  const along = (chip: number, axis: number) => {
    const { pitch, length } = sides[axis]!;
    const units = shape.reduce((sum, size, d) => sum + pitch[d]! * coordinate(chip, size, strideOf[d]!), 0);
    return (units - (length - 1) / 2) * step;
  };
  // What stands in three dimensions hides what is behind it: boxes are smaller.
  return { spacing: 0.7 * step, step, place: (chip) => [along(chip, 0), along(chip, 2), along(chip, 1)] };
}

/** Every dimension a circle, all of whose members are joined. */
function circlesOfCircles(shape: readonly number[]): ChipStand {
  const own = strides(shape);
  const radii = new Array<number>(shape.length);
  let room = radius;
  for (let d = shape.length - 1; d >= 0; d--) {
    // A circle takes what leaves its members room beside one another.
    const member = 0.66 * Math.sin(Math.PI / Math.max(3, shape[d]!));
    radii[d] = d === 0 ? room : room / (1 + member);
    room = radii[d]! * member;
  }
  return {
    spacing: 2 * radii[0]! * Math.sin(Math.PI / Math.max(2, shape[0]!)),
    place(chip) {
      let [x, z] = [0, 0];
      shape.forEach((size, d) => {
        const angle = (2 * Math.PI * (coordinate(chip, size, own[d]!) + 0.5)) / size;
        x += radii[d]! * Math.sin(angle);
        z += radii[d]! * Math.cos(angle);
      });
      return [x, 0, z];
    },
  };
}

/** The floor of a fat tree: where its groups stand, and how much room each has. */
export function floorOf([, , count = 1]: readonly number[]) {
  const [width, depth] = [8.6, 7];
  const across = Math.ceil(Math.sqrt(count));
  const back = Math.ceil(count / across);
  const inner = count > 1 ? 0.86 : 1;
  return {
    width,
    depth,
    rise: count > 1 ? 1.9 : 2.5,
    room: [(width / across) * inner, (depth / back) * inner] as const,
    middle: (group: number) =>
      [cell(group % across, across, width), cell(Math.floor(group / across), back, depth)] as const,
  };
}

/** Chips on the floor, a row a leaf. */
function leaves(shape: readonly number[]): ChipStand {
  const [leaf, count] = shape as [number, number];
  const { room, middle } = floorOf(shape);
  return {
    spacing: Math.min(room[0] / count, room[1] / leaf),
    place(chip) {
      const [x, z] = middle(Math.floor(chip / leaf / count));
      return [
        x + cell(Math.floor(chip / leaf) % count, count, room[0]),
        0,
        z + cell(chip % leaf, leaf, room[1]),
      ];
    },
  };
}

/** The hall of a rail-optimised network: what it is across and back, and where its blocks and rails lie. */
export function hallOfRails([server = 1, , blocks = 1]: readonly number[]) {
  const [width, depth] = [8.6, blocks > 1 ? 8 : 4.4];
  const reach = Math.min(2.2, 0.44 * (depth / blocks));
  return {
    width,
    depth,
    reach,
    /** Half a turn along which the chips of a server hang, so that no chip lies on the line between two others. */
    turn: (chip: number) => (Math.PI * (chip + 0.5)) / server,
    block: (block: number, of: number) => cell(block, of, depth),
  };
}

/** Servers as bows side by side, their chips joined across; chips of one rail hang one behind the other. */
function bows(shape: readonly number[]): ChipStand {
  const [server, servers, blocks = 1] = shape as [number, number, number?];
  const { width, reach, turn, block } = hallOfRails(shape);
  return {
    spacing: 0.8 * Math.min((2 * reach) / server, width / servers),
    place(chip) {
      const angle = turn(chip % server);
      const x = cell(Math.floor(chip / server) % servers, servers, width);
      const z = block(Math.floor(chip / server / servers), blocks) - reach * Math.cos(angle);
      return [x, -0.75 * reach * Math.sin(angle), z];
    },
  };
}

/** Circles of a dragonfly: that of the groups, and those of the routers of a group. */
export function circlesOf([, , count = 1]: readonly number[]) {
  const room = 0.9 * Math.sin(Math.PI / Math.max(3, count));
  const large = radius / (1 + room);
  return {
    small: large * room * 0.62,
    outside: large * room * 0.38,
    /** @param group,router shares of the turn around each circle */
    at(group: number, router: number, r: number): readonly [number, number] {
      const angle = 2 * Math.PI * group;
      const turn = angle + 2 * Math.PI * router;
      return [large * Math.sin(angle) + r * Math.sin(turn), large * Math.cos(angle) + r * Math.cos(turn)];
    },
  };
}

/** Groups around a circle, chips outside of their routers. */
function groups(shape: readonly number[]): ChipStand {
  const [own, routers, count] = shape as [number, number, number];
  const { small, outside, at } = circlesOf(shape);
  const step = outside / own;
  return {
    spacing: Math.min(2 * small * Math.sin(Math.PI / Math.max(2, routers)), 1.6 * step),
    place(chip) {
      const router = Math.floor(chip / own);
      const r = small + step * ((chip % own) + 1);
      const [x, z] = at(
        (Math.floor(router / routers) + 0.5) / count,
        ((router % routers) + 0.5) / routers,
        r,
      );
      return [x, 0, z];
    },
  };
}
