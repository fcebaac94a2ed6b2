import { predictCollective } from '../../src/model/collective/collective.ts';
import type { CollectiveRequest } from '../../src/model/collective/request.ts';
import { flowCollective } from '../../src/model/collective/flow/flowCollective.ts';
import { machineDimensions } from '../../src/model/collective/machine.ts';
import { finishTimes } from '../../src/model/flow/finishTimes.ts';
import { maxMinRates, maxMinScratch } from '../../src/model/flow/maxMin.ts';
import { buildTopology } from '../../src/model/topology/build.ts';
import { composeDimensions, parseDimensions } from '../../src/model/topology/dimension.ts';
import { dimensionOrderRoute } from '../../src/model/topology/dimensionOrder.ts';
import { maskFailures, type Failure } from '../../src/model/topology/failure.ts';
import { layOut } from '../../src/model/topology/layout.ts';
import type { Topology } from '../../src/model/topology/topology.ts';
import { compare, type Row } from './measure.ts';

const shape = [8, 8, 16, 8];
const bandwidths = [56e9, 56e9, 28e9, 14e9];

/** Seconds of CPU that ASTRA-sim's analytical network took for one all-reduce over 8,192 chips. */
const ASTRA_SIM_SECONDS = 9.5;

const request: CollectiveRequest = {
  operation: 'all-reduce',
  algorithms: [],
  bytes: 2 ** 30,
  chunks: 1,
  activeChunks: 1,
  mode: 'local-bandwidth-aware',
  switching: 'cut-through',
  truncate: false,
  level: 'closed',
};

/** A plain sequence of numbers below 1 that is the same on every machine (linear congruential, Numerical Recipes). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One pass that reads every entry of every column of the link table once. */
function passOverLinks({ ends, bandwidth, latency, medium, tier, length }: Topology): number {
  let sum = 0;
  for (let i = 0; i < ends.length; i++) sum += ends[i]!;
  for (let i = 0; i < bandwidth.length; i++) sum += bandwidth[i]!;
  for (let i = 0; i < latency.length; i++) sum += latency[i]!;
  for (let i = 0; i < medium.length; i++) sum += medium[i]!;
  for (let i = 0; i < tier.length; i++) sum += tier[i]!;
  for (let i = 0; i < length.length; i++) sum += length[i]!;
  return sum;
}

/** Sixteen links spread over all dimensions. */
function someFailures(): Failure[] {
  const next = sequence(7);
  return Array.from({ length: 16 }, (_, i) => {
    const d = i % shape.length;
    const stride = shape.slice(0, d).reduce((a, b) => a * b, 1);
    const size = shape[d]!;
    const from = Math.floor(next() * 8192);
    const own = Math.floor(from / stride) % size;
    const other = (own + 1 + Math.floor(next() * (size - 1))) % size;
    return { kind: 'link', from, to: from + (other - own) * stride };
  });
}

/** Collectives against passes over the link table, sharing against passes over flow–link pairs. */
export function benchCollective(): Row[] {
  const rows: Row[] = [];
  const list = shape.map((size) => `fullmesh:${String(size)}`).join(',');
  const wiring = composeDimensions(
    parseDimensions(list),
    bandwidths.map((bandwidth) => ({ bandwidth, latency: 5e-7 })),
  );
  const topology = buildTopology(wiring);
  const layout = layOut(wiring);
  const mask = maskFailures(topology, someFailures());
  const links = (): number => passOverLinks(topology);
  for (const operation of ['all-reduce', 'all-to-all', 'all-gather'] as const)
    for (const broken of [false, true]) {
      const network = { wiring, layout, topology, mask: broken ? mask : undefined };
      rows.push(
        compare(
          `${operation} on 8,192 chips, flow level, ${broken ? '16 failed links' : 'nothing broken'}`,
          () => flowCollective(network, { ...request, operation }),
          'one plain pass over the link table',
          links,
          25,
        ),
      );
    }
  rows.push(
    compare(
      'the same all-reduce with the load of every link, phase by phase',
      () => {
        const result = flowCollective({ wiring, layout, topology, mask }, request);
        return result.phases.map((_, phase) => result.phaseLoads(phase));
      },
      'one plain pass over the link table',
      links,
    ),
  );

  const next = sequence(1);
  const flows = 65_536;
  const offset = new Uint32Array(flows + 1);
  const all: number[] = [];
  for (let f = 0; f < flows; f++) {
    const from = Math.floor(next() * 8192);
    const to = (from + 1 + Math.floor(next() * 8191)) % 8192;
    all.push(...dimensionOrderRoute(wiring, layout, from, to));
    offset[f + 1] = all.length;
  }
  const route = Uint32Array.from(all);
  const capacity = topology.bandwidth;
  const rate = new Float64Array(flows);
  const scratch = maxMinScratch();
  const pairs = (): number => {
    let sum = 0;
    for (let f = 0; f < flows; f++)
      for (let k = offset[f]!; k < offset[f + 1]!; k++) sum += capacity[route[k]!]!;
    return sum;
  };
  rows.push(
    compare(
      `65,536 random flows shared max-min fairly, ${String(route.length)} flow–link pairs`,
      () => {
        maxMinRates({ capacity, offset, route }, flows, rate, scratch);
        return rate;
      },
      'one plain pass over the pairs',
      pairs,
      60,
    ),
  );
  const bytes = new Float64Array(flows).map(() => 1e6 * (1 + 9 * next()));
  rows.push(
    compare(
      'the same flows to the end of each, rates worked out again at every event',
      () => finishTimes({ capacity, offset, route, bytes }),
      'one plain pass over the pairs',
      pairs,
      undefined,
      3,
    ),
  );

  const dimensions = machineDimensions(wiring);
  const thousand = (run: () => unknown): unknown => {
    let kept: unknown;
    for (let i = 0; i < 1000; i++) kept = run();
    return kept;
  };
  rows.push(
    compare(
      '1,000 closed-form all-reduces on 8,192 chips',
      () => thousand(() => predictCollective(dimensions, request)),
      'one plain pass over the link table',
      links,
    ),
    compare(
      'all-reduce on 8,192 chips, every message followed (schedule level)',
      () => predictCollective(dimensions, { ...request, level: 'schedule', chunks: 16 }),
      `a thousandth of ASTRA-sim's ${String(ASTRA_SIM_SECONDS)} CPU seconds`,
      () => {
        const until = performance.now() + ASTRA_SIM_SECONDS;
        while (performance.now() < until);
        return until;
      },
      1,
    ),
  );
  return rows;
}
