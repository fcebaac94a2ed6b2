import type { Point } from '../label/annotation.ts';

/** Ranks of one group on a circle that lies flat, with the switch that joins them over its middle. Metres. */
export interface Wheel {
  readonly centre: Point;
  readonly radius: number;
  /** Ranks of the group, and how many of them are drawn: each stands for as many. */
  readonly size: number;
  readonly drawn: number;
  /** Where the switch is; null where links go from rank to rank. */
  readonly hub: Point | null;
}

/** Most ranks of a wheel that are drawn. */
export const mostDrawn = 128;

/** A level of a machine as a wheel is made of it. */
export interface WheelLevel {
  readonly size: number;
  readonly hub: boolean;
}

/** Wheels over each other, the innermost level on top; one rank of each is the wheel above it. */
export interface Tower {
  /** Innermost first. */
  readonly wheels: readonly Wheel[];
  /** Middle of the floor under it. */
  readonly foot: Point;
}

/** Radii of the wheels of a tower, the outermost first, and how high they lie over the floor. Metres. */
const radii = [1.6, 1.05, 0.74, 0.5] as const;
const heights = [0, 1.55, 2.75, 3.6] as const;
/** How high over the rim a switch stands, as a share of the radius. */
const hubHeight = 0.32;

/** The tower of a machine's levels. @param levels innermost first, one to four */
export function placeTower(levels: readonly WheelLevel[], [x, z]: readonly [number, number]): Tower {
  const wheels = levels.map(({ size, hub }, index): Wheel => {
    const below = levels.length - 1 - index;
    const radius = radii[below] ?? radii.at(-1)!;
    const y = heights[below] ?? heights.at(-1)!;
    return {
      centre: [x, y, z],
      radius,
      size,
      drawn: Math.min(size, mostDrawn),
      hub: hub ? [x, y + hubHeight * radius, z] : null,
    };
  });
  return { wheels, foot: [x, 0, z] };
}

/** Where on the rim a drawn rank stands: clockwise from the back, none exactly in front of another. */
export function memberAt({ centre, radius, drawn }: Wheel, index: number): Point {
  const angle = (2 * Math.PI * (index + 0.5)) / drawn;
  return [centre[0] + radius * Math.sin(angle), centre[1], centre[2] - radius * Math.cos(angle)];
}

/** The rank that a drawn one stands for, and the drawn one that stands for a rank. */
export const rankAt = ({ size, drawn }: Wheel, index: number): number => Math.floor((index * size) / drawn);
export const drawnFor = ({ size, drawn }: Wheel, rank: number): number =>
  Math.min(drawn - 1, Math.floor((rank * drawn) / size));

/** Lines from the first rank of a wheel to the sides of the wheel above, of which it consists. */
export function insideLines({ wheels }: Tower): (readonly [Point, Point])[] {
  return wheels.slice(1).flatMap((wheel, index) => {
    const above = wheels[index]!;
    const from = memberAt(wheel, 0);
    return [-1, 1].map((side): readonly [Point, Point] => [
      from,
      [above.centre[0] + side * above.radius, above.centre[1], above.centre[2]],
    ]);
  });
}

/** Room that a tower takes across, metres. */
const towerRoom = 4.3;

/** Feet of towers in one row. */
export const towerFeet = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, index) => [(index - (count - 1) / 2) * towerRoom, 0] as const);
