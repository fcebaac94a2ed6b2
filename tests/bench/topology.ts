import { readTopologies } from '../../src/data/readTopologies.ts';
import { allDistances } from '../../src/model/topology/allDistances.ts';
import { buildTopology } from '../../src/model/topology/build.ts';
import { composeDimensions, parseDimensions } from '../../src/model/topology/dimension.ts';
import { dimensionOrderRoute } from '../../src/model/topology/dimensionOrder.ts';
import { maskFailures } from '../../src/model/topology/failure.ts';
import { wiringOf } from '../../src/model/topology/fromRecord.ts';
import { layOut } from '../../src/model/topology/layout.ts';
import { shortestPath } from '../../src/model/topology/route.ts';
import type { Topology } from '../../src/model/topology/topology.ts';
import type { Wiring } from '../../src/model/topology/wiring.ts';
import { compare, fastest } from './measure.ts';
import type { Row } from './measure.ts';

/** The columns of a link table and nothing else: what every comparison is made with. */
const columns = ({ ends, bandwidth, latency, medium, tier, length }: Topology) => [
  ends,
  bandwidth,
  latency,
  medium,
  tier,
  length,
];

/** Fresh arrays of the same types and lengths, each filled with one value. */
function trivialFill(topology: Topology): unknown {
  const { linkCount } = topology;
  return [
    new Uint32Array(2 * linkCount).fill(7),
    new Float64Array(linkCount).fill(7),
    new Float64Array(linkCount).fill(7),
    new Uint8Array(linkCount).fill(7),
    new Uint8Array(linkCount).fill(7),
    new Float32Array(linkCount).fill(7),
  ];
}

/** One pass that reads every entry of every column once. */
function plainPass(topology: Topology): number {
  const { ends, bandwidth, latency, medium, tier, length } = topology;
  let sum = 0;
  for (let i = 0; i < ends.length; i++) sum += ends[i]!;
  for (let i = 0; i < bandwidth.length; i++) sum += bandwidth[i]!;
  for (let i = 0; i < latency.length; i++) sum += latency[i]!;
  for (let i = 0; i < medium.length; i++) sum += medium[i]!;
  for (let i = 0; i < tier.length; i++) sum += tier[i]!;
  for (let i = 0; i < length.length; i++) sum += length[i]!;
  return sum;
}

function machine(id: string): Wiring {
  const record = readTopologies().find((each) => each.id === id);
  if (record?.kind !== 'machine') throw new Error(`${id} is no machine`);
  return wiringOf(record);
}

/** A four-dimensional mesh of about 2ᵏ NPUs, growing one dimension after the other. */
function mesh(npus: number): Wiring {
  const sizes = [1, 1, 1, 1];
  for (let k = 0; 2 ** k < npus; k++) sizes[k % 4]! *= 2;
  const list = sizes.map((size) => `fullmesh:${String(size)}`).join(',');
  return composeDimensions(parseDimensions(list), [{ bandwidth: 56e9, latency: 1.5e-7 }]);
}

/** Tables against a trivial fill, routes against plain passes. */
export function benchTopology(): { rows: Row[]; bytesPerLink: number } {
  const rows: Row[] = [];
  let bytesPerLink = 0;
  for (const id of ['atlas-950-superpod-8192', 'atlas-960-superpod-15488']) {
    const wiring = machine(id);
    const topology = buildTopology(wiring);
    const bytes = columns(topology).reduce((sum, column) => sum + column.byteLength, 0);
    bytesPerLink = Math.max(bytesPerLink, bytes / topology.linkCount);
    rows.push(
      compare(
        `link table of ${id}, ${String(topology.linkCount)} directed links`,
        () => buildTopology(wiring),
        'trivial fill of the same bytes',
        () => trivialFill(topology),
        2,
      ),
    );
  }
  const wiring = machine('atlas-950-superpod-8192');
  const layout = layOut(wiring);
  const topology = buildTopology(wiring);
  const route = (table: Topology): unknown =>
    shortestPath(table, 0, 5000, maskFailures(table, [{ kind: 'cabinet', index: 3 }]));
  // A copy of the table's head has no adjacency yet.
  const fresh = Array.from({ length: 60 }, () => ({ ...topology }));
  rows.push(
    compare(
      'first route with a failed cabinet on 8,192 NPUs, adjacency included',
      () => route(fresh.pop()!),
      'one plain pass over the link table',
      () => plainPass(topology),
      3,
    ),
    compare(
      'every further route with a failed cabinet',
      () => route(topology),
      'one plain pass over the link table',
      () => plainPass(topology),
      3,
    ),
    compare(
      '1,000 dimension-order routes on 8,192 NPUs',
      () => {
        let hops = 0;
        for (let i = 0; i < 1000; i++)
          hops += dimensionOrderRoute(wiring, layout, i, (i * 4099 + 17) % 8192).length;
        return hops;
      },
      'one plain pass over the link table',
      () => plainPass(topology),
    ),
  );
  rows.push(allPairs(topology));
  return { rows, bytesPerLink };
}

/** All pairs of the broken machine against reading as many bytes. */
function allPairs(topology: Topology): Row {
  const mask = maskFailures(topology, [
    { kind: 'cabinet', index: 3 },
    ...Array.from({ length: 16 }, (_, i) => ({ kind: 'link' as const, from: 64 * i, to: 64 * i + 1 })),
  ]);
  let bytes = new Uint8Array(0);
  return compare(
    `distances between all ${String(topology.npuCount)}² pairs with a failed cabinet and 16 cut links`,
    () => {
      const steps = allDistances(topology, mask);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return (bytes = step.value as Uint8Array<ArrayBuffer>);
    },
    'one plain pass over the bytes of the result',
    () => {
      let sum = 0;
      for (let i = 0; i < bytes.length; i++) sum += bytes[i]!;
      return sum;
    },
    40,
    6,
  );
}

/** Time to build a mesh of twice the NPUs over the time for one, and the same for its links. */
export function benchGrowth(): { npus: number; links: number; milliseconds: number }[] {
  const sizes = Array.from({ length: 9 }, (_, k) => 64 * 2 ** k);
  return sizes.map((npus) => {
    const wiring = mesh(npus);
    return {
      npus,
      links: 2 * layOut(wiring).physicalLinks,
      milliseconds: fastest(() => buildTopology(wiring)),
    };
  });
}
