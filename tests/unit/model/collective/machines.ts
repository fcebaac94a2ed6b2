import { buildTopology } from '../../../../src/model/topology/build.ts';
import { composeDimensions, parseDimensions } from '../../../../src/model/topology/dimension.ts';
import { maskFailures, parseFailures } from '../../../../src/model/topology/failure.ts';
import { layOut } from '../../../../src/model/topology/layout.ts';
import type { CollectiveRequest } from '../../../../src/model/collective/request.ts';
import type { Network } from '../../../../src/model/collective/flow/way.ts';

/** A request with everything at its default. */
export function ask(part: Partial<CollectiveRequest>): CollectiveRequest {
  return {
    operation: 'all-reduce',
    algorithms: [],
    bytes: 1e6,
    chunks: 1,
    activeChunks: 1,
    mode: 'local-bandwidth-aware',
    switching: 'cut-through',
    truncate: false,
    level: 'closed',
    ...part,
  };
}

/** A machine from a dimension list, 50 GB/s and 500 ns a link unless said otherwise, with what has failed. */
export function network(list: string, failures = '', bandwidth: number | number[] = 50e9): Network {
  const entries = parseDimensions(list);
  const bandwidths = typeof bandwidth === 'number' ? entries.map(() => bandwidth) : bandwidth;
  const wiring = composeDimensions(
    entries,
    bandwidths.map((each) => ({ bandwidth: each, latency: 5e-7 })),
  );
  const topology = buildTopology(wiring);
  const mask = failures ? maskFailures(topology, parseFailures(failures)) : undefined;
  return { wiring, layout: layOut(wiring), topology, mask };
}
