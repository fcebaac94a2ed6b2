import type { DesignFamily } from './designFamily.ts';

/** How many sizes a shape of each family has, and the least that one can be. */
const sizes: Readonly<
  Record<DesignFamily, { readonly from: number; readonly to: number; readonly least: number }>
> = {
  ring: { from: 1, to: 1, least: 3 },
  torus: { from: 2, to: 6, least: 2 },
  fullmesh: { from: 1, to: 1, least: 2 },
  ndmesh: { from: 2, to: 6, least: 2 },
  planes: { from: 1, to: 1, least: 2 },
  clos: { from: 2, to: 3, least: 2 },
  rails: { from: 2, to: 3, least: 2 },
  dragonfly: { from: 3, to: 3, least: 1 },
};

/** What each size of a family with sizes of different meanings counts. */
const meaning: Partial<Record<DesignFamily, string>> = {
  clos: ' (chips a leaf x leaves, or x leaves of a group x groups)',
  rails: ' (chips a server x servers, or x servers of a block x blocks)',
  dragonfly: ' (chips a router x routers of a group x groups)',
};

/** What is wrong with a shape, as what would be allowed; null where it is right. */
export function shapeProblem(family: DesignFamily, shape: readonly number[], chips: number): string | null {
  const { from, to, least } = sizes[family];
  const product = shape.reduce((a, b) => a * b, 1);
  const whole = shape.every((size) => Number.isInteger(size) && size >= least);
  if (!whole || shape.length < from || shape.length > to || product !== chips) {
    const count = from === to ? String(from) : `${String(from)} to ${String(to)}`;
    const few = to === 1 ? 'one size' : `${count} sizes`;
    return `${few} from ${String(least)}${meaning[family] ?? ''} whose product is ${String(chips)}`;
  }
  if (family !== 'dragonfly') return null;
  const [p, a, g] = shape as [number, number, number];
  return g > p * a + 1
    ? `at most ${String(p * a + 1)} groups, which ${String(p)} global links on each of ${String(a)} routers reach`
    : null;
}

/** All ways to write a number as a product of so many sizes, each within a range, order counted. */
function* products(n: number, count: number, least: number, most: number): Generator<number[]> {
  if (count === 1) {
    if (n >= least && n <= most) yield [n];
    return;
  }
  for (let size = least; size <= Math.min(most, n); size++)
    if (n % size === 0) for (const rest of products(n / size, count - 1, least, most)) yield [size, ...rest];
}

/** The first of the cheapest; null where there are none. */
function cheapest(shapes: Iterable<number[]>, cost: (shape: number[]) => number): number[] | null {
  let [best, least]: [number[] | null, number] = [null, Infinity];
  for (const shape of shapes) {
    const own = cost(shape);
    if (own < least) [best, least] = [shape, own];
  }
  return best;
}

const ascending = (shape: readonly number[]): boolean =>
  shape.every((size, i) => i === 0 || size >= shape[i - 1]!);
const spread = (shape: readonly number[]): number => shape.at(-1)! / shape[0]!;

function* upTo(chips: number, from: number, to: number, most: number): Generator<number[]> {
  for (let count = from; count <= to; count++) yield* products(chips, count, 2, most);
}

/**
 * A shape for a number of chips, as its family would be built: rings as even as they come, meshes of at most sixteen in as
 * few dimensions as that takes, switches with as few ports as will do.
 * @returns null where the family has no shape of that many chips
 */
export function usualShape(family: DesignFamily, chips: number): number[] | null {
  switch (family) {
    case 'ring':
    case 'fullmesh':
    case 'planes':
      return shapeProblem(family, [chips], chips) ? null : [chips];
    case 'torus': {
      const of = (count: number) => cheapest([...products(chips, count, 2, chips)].filter(ascending), spread);
      return (chips >= 64 ? of(3) : null) ?? of(2);
    }
    case 'ndmesh': {
      for (let count = 2; count <= 4; count++) {
        const even = cheapest([...products(chips, count, 2, 16)].filter(ascending), spread);
        if (even) return even;
      }
      return cheapest([...upTo(chips, 2, 4, chips)].filter(ascending), (shape) =>
        shape.reduce((sum, size) => sum + size, 0),
      );
    }
    case 'clos': {
      const ports = (shape: readonly number[]) =>
        Math.max(...shape.map((size, l) => (l < shape.length - 1 ? 2 * size : size)));
      const switches = ([a = 1, b = 1, c]: readonly number[]) =>
        c === undefined ? b + a : b * c + a * c + a * b;
      // Few ports first, then few switches.
      const of = (count: number) =>
        cheapest(products(chips, count, 2, chips), (shape) => ports(shape) + switches(shape) / 1e6);
      const two = of(2);
      // A third level where two would take switches of more ports than have been built.
      return two && ports(two) <= 64 ? two : (of(3) ?? two);
    }
    case 'rails': {
      const server = [8, 4, 2].find((size) => chips % size === 0 && chips / size >= 2);
      if (server === undefined) return null;
      const servers = chips / server;
      if (servers <= 64) return [server, servers];
      const blocks = cheapest(products(servers, 2, 2, servers), ([m = 1, b = 1]) =>
        Math.max(2 * m, server * b),
      );
      return blocks ? [server, ...blocks] : [server, servers];
    }
    case 'dragonfly': {
      const fit = [...products(chips, 3, 1, chips)].filter(
        (shape) => shape[2]! > 1 && !shapeProblem('dragonfly', shape, chips),
      );
      return cheapest(fit, ([p = 1, a = 1]) => 2 * p + a - 1);
    }
  }
}

/** Shapes read from words such as `8x8x16`; null where they are none. */
export function readShape(text: string): number[] | null {
  return /^[1-9]\d{0,4}(x[1-9]\d{0,4}){0,5}$/.test(text) ? text.split('x').map(Number) : null;
}
