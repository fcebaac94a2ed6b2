import { predictCollective } from '../model/collective/collective.ts';
import { flatProfile } from '../model/collective/flat/flatProfile.ts';
import { flowCollectiveInSteps } from '../model/collective/flow/flowCollective.ts';
import { finishTimesInSteps } from '../model/flow/finishTimes.ts';
import { allDistances, distancePicture } from '../model/topology/allDistances.ts';
import { buildTopology } from '../model/topology/build.ts';
import { bundleLinks } from '../model/topology/bundle.ts';
import { maskFailures } from '../model/topology/failure.ts';
import { layOut } from '../model/topology/layout.ts';
import { linkTableCsv } from '../model/topology/linkTable.ts';
import { measure } from '../model/topology/measure.ts';
import { allPaths } from '../model/topology/route.ts';
import type { Topology } from '../model/topology/topology.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import type { FlowAnswer, FlowQuestion, Method, Params, Progress, Result } from './protocol.ts';

/** A call that answers at once, or one that works in steps and can be watched and given up between them. */
export type Work<Value> = Value | Generator<Progress, Value, void>;

/** One function a method. */
export type Handlers = { readonly [M in Method]: (params: Params<M>) => Work<Result<M>> };

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
    'topology.linkTable': ({ wiring, failures }) => {
      const topology = topologyOf(wiring);
      return linkTableCsv(topology, maskFailures(topology, failures));
    },
    'topology.distances': ({ wiring, failures }) => {
      const topology = topologyOf(wiring);
      return allDistances(topology, maskFailures(topology, failures));
    },
    'topology.distancePicture': ({ wiring, failures, side }) => {
      const topology = topologyOf(wiring);
      return distancePicture(topology, side, maskFailures(topology, failures));
    },
    'collective.profile': (request) => flatProfile(request),
    'collective.predict': ({ dimensions, request }) => predictCollective(dimensions, request),
    'collective.flow': (question) => answerFlow(question, topologyOf(question.wiring)),
    'flow.finish': ({ flows }) => finishTimesInSteps(flows),
  };
}

function* answerFlow(
  { wiring, failures, request }: FlowQuestion,
  topology: Topology,
): Generator<Progress, FlowAnswer, void> {
  const mask = failures.length > 0 ? maskFailures(topology, failures) : undefined;
  const network = { wiring, layout: layOut(wiring), topology, mask };
  const result = yield* flowCollectiveInSteps(network, request);
  return { ...result, phaseLoads: result.phases.map((_, phase) => result.phaseLoads(phase)) };
}
