import { buildTopology } from '../model/topology/build.ts';
import { bundleLinks } from '../model/topology/bundle.ts';
import { maskFailures } from '../model/topology/failure.ts';
import { measure } from '../model/topology/measure.ts';
import { allPaths } from '../model/topology/route.ts';
import type { Topology } from '../model/topology/topology.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import type { Method, Params, Result } from './protocol.ts';

/** One function a method. */
export type Handlers = { readonly [M in Method]: (params: Params<M>) => Result<M> };

/**
 * Answers requests. The last topology stays with the worker, so that routes and bundles of the machine on screen do not
 * build it again.
 */
export function createHandlers(): Handlers {
  let kept: { key: string; topology: Topology } | undefined;
  const topologyOf = (wiring: Wiring): Topology => {
    const key = JSON.stringify(wiring);
    if (kept?.key !== key) kept = { key, topology: buildTopology(wiring) };
    return kept.topology;
  };
  return {
    // A table of its own: the caller takes its memory away.
    'topology.build': ({ wiring }) => buildTopology(wiring),
    'topology.measure': ({ wiring }) => measure(wiring, topologyOf(wiring)),
    'topology.bundle': ({ wiring, by }) => {
      const topology = topologyOf(wiring);
      return bundleLinks(topology, topology.place[by]);
    },
    'topology.route': ({ wiring, from, to, failures, detour, paths }) => {
      const topology = topologyOf(wiring);
      return allPaths(topology, from, to, detour, paths, maskFailures(topology, failures));
    },
  };
}
