import fc from 'fast-check';
import { composeDimensions, parseDimensions } from '../../../../src/model/topology/dimension.ts';
import type { Clos, Dragonfly, LinkKind, Wiring } from '../../../../src/model/topology/wiring.ts';

/** A link kind with plausible figures. */
export function linkKind(tier: string, bandwidth = 50e9): LinkKind {
  return { tier, bandwidth, latency: 5e-7, medium: 'copper', length: 2, linksPerCable: 1 };
}

/** A wiring from a dimension list, 50 GB/s and 500 ns a link. */
export function dimensions(list: string, bandwidth: readonly number[] = [50e9]): Wiring {
  return composeDimensions(
    parseDimensions(list),
    bandwidth.map((each) => ({ bandwidth: each, latency: 5e-7 })),
  );
}

const bare = { boardBlock: [], cabinetBlock: [], interconnectCabinets: 0, assumptions: [] };

/** A Clos alone over a shape. */
export function closWiring(shape: readonly number[], clos: Clos): Wiring {
  return { ...bare, shape, families: [clos] };
}

/** A dragonfly of [NPUs a router, routers a group, groups]. */
export function dragonflyWiring(shape: readonly number[], globalPerRouter: number): Wiring {
  const family: Dragonfly = {
    family: 'dragonfly',
    globalPerRouter,
    npuLink: linkKind('npu'),
    localLink: linkKind('local'),
    globalLink: linkKind('global'),
  };
  return { ...bare, shape, families: [family] };
}

/** Dimension lists of up to `most` NPUs, one to four dimensions, each with a bandwidth of its own. */
export function dimensionLists(most: number): fc.Arbitrary<{ list: string; wiring: Wiring }> {
  return fc
    .array(
      fc.record({
        family: fc.constantFrom('fullmesh', 'ring', 'switch'),
        size: fc.integer({ min: 1, max: 6 }),
        bandwidth: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .filter((all) => all.reduce((product, { size }) => product * size, 1) <= most)
    .map((all) => {
      const list = all.map(({ family, size }) => `${family}:${String(size)}`).join(',');
      return {
        list,
        wiring: dimensions(
          list,
          all.map(({ bandwidth }) => bandwidth * 1e9),
        ),
      };
    });
}

/** A Clos of one to three levels over a small shape; an upper level spans all dimensions up to its own. */
export const closWirings: fc.Arbitrary<Wiring> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 4 }),
      switches: fc.integer({ min: 1, max: 3 }),
      parallel: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((levels) =>
    closWiring(
      levels.map(({ size }) => size),
      {
        family: 'clos',
        levels: levels.map(({ switches, parallel }, l) => ({
          over: Array.from({ length: l + 1 }, (_, d) => d),
          switches,
          parallel,
          link: linkKind(`level ${String(l)}`),
          place: { on: 'interconnect', perBoard: 0 },
        })),
      },
    ),
  );

/** Dragonflies with enough global ports to reach every group. */
export const dragonflyWirings: fc.Arbitrary<Wiring> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 13 }),
  )
  .filter(([, routers, global, groups]) => groups <= routers * global + 1)
  .map(([npus, routers, global, groups]) => dragonflyWiring([npus, routers, groups], global));

export const anyWiring: fc.Arbitrary<Wiring> = fc.oneof(
  dimensionLists(64).map(({ wiring }) => wiring),
  closWirings,
  dragonflyWirings,
);
