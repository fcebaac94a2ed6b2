import { requireInteger } from '../../topology/range.ts';
import { bottleneckOf } from '../bottleneck.ts';
import type { Cost } from '../closed/cost.ts';
import { pipeline } from '../closed/pipeline.ts';
import { checkRequest, defaultAlgorithm } from '../collective.ts';
import type { CollectiveRequest, CollectiveResult } from '../request.ts';
import { machineDimensions, type MachineDimension } from '../machine.ts';
import { busBandwidth } from '../operation.ts';
import { planPhases, type Phase } from '../phase.ts';
import { timeExchange } from './exchange.ts';
import { phaseLoads } from './load.ts';
import { phaseFlow, type FlowRun, type PhaseFlow } from './phaseFlow.ts';
import { survivorFlow, survivorLoads } from './survivors.ts';
import { router, type Network } from './way.ts';

/** Which phase a chunk is in, and when, in seconds. */
export interface Interval {
  readonly chunk: number;
  readonly phase: number;
  readonly from: number;
  readonly to: number;
}

export interface FlowResult extends CollectiveResult {
  /** Bytes that one chunk puts on each directed link in a phase; with `timeline` the load of every link over time. */
  readonly phaseLoads: (phase: number) => Float64Array;
  readonly timeline: readonly Interval[];
}

/** How far a run is: phases done, of all. */
export interface FlowProgress {
  readonly done: number;
  readonly total: number;
}

/** What the phases of a run come to. */
interface Worked {
  readonly phases: readonly Phase[];
  readonly costs: readonly Cost[];
  readonly loads: (phase: number) => Float64Array;
}

/**
 * Predicts a collective on a machine, with failures, every link shared max-min fairly. Where ranks have failed the others
 * form one group in the order of their numbers.
 * @param grouped false works out every flow of every group, to check the shorter way.
 * @throws RangeError naming the argument, its value and what is allowed; also where failures cut ranks off.
 */
export function flowCollective(network: Network, request: CollectiveRequest, grouped = true): FlowResult {
  const run = flowCollectiveInSteps(network, request, grouped);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** The same step by step, so that a long run can be watched and given up. */
export function* flowCollectiveInSteps(
  network: Network,
  request: CollectiveRequest,
  grouped = true,
): Generator<FlowProgress, FlowResult, void> {
  checkRequest(request);
  const { operation, switching, chunks, activeChunks } = request;
  const alive = survivors(network);
  const ranks = alive.length;
  const way = router(network);
  const dimensions = machineDimensions(network.wiring);
  const run: FlowRun = { network, switching, way, grouped, known: new Map() };
  const { phases, costs, loads } =
    operation === 'point-to-point'
      ? workMessage(run, request)
      : ranks === network.layout.npuCount
        ? yield* workPhases(run, dimensions, request)
        : yield* workSurvivors(run, request, alive);

  const timeline: Interval[] = [];
  const note =
    (offset: number) =>
    (chunk: number, phase: number, from: number, to: number): void => {
      timeline.push({ chunk, phase: phase + offset, from: from / 1e9, to: to / 1e9 });
    };
  // Neighbours are served in all dimensions at once, over different links.
  const nanoseconds =
    operation === 'neighbour-exchange'
      ? phases.reduce(
          (most, phase, p) => Math.max(most, pipeline([phase], [costs[p]!], chunks, activeChunks, note(p))),
          0,
        )
      : pipeline(phases, costs, chunks, activeChunks, note(0));
  const seconds = nanoseconds / 1e9;
  return {
    seconds,
    ranks,
    busBandwidth: busBandwidth(operation, ranks, request.bytes, seconds),
    steps: costs.reduce((sum, cost) => sum + cost.steps, 0),
    chunks,
    phases: phases.map((phase, p) => ({
      ...phase,
      seconds: costs[p]!.duration / 1e9,
      busySeconds: costs[p]!.busy / 1e9,
      steps: costs[p]!.steps,
    })),
    bottleneck: bottleneckOf(dimensions, phases, costs, chunks, nanoseconds, ranks < network.layout.npuCount),
    phaseLoads: loads,
    timeline,
  };
}

/** The collective as it is meant to run, dimension by dimension. */
function* workPhases(
  run: FlowRun,
  dimensions: readonly MachineDimension[],
  { operation, algorithms, bytes, chunks, mode }: CollectiveRequest,
): Generator<FlowProgress, Worked, void> {
  const chosen =
    algorithms.length > 0
      ? algorithms
      : dimensions.map((dimension) => defaultAlgorithm(operation, dimension));
  const phases = planPhases(dimensions, operation, chosen, bytes / chunks, mode);
  const flows: PhaseFlow[] = [];
  for (const phase of phases) {
    const work = phaseFlow(run, dimensions[phase.dimension]!, phase);
    let step = work.next();
    for (; !step.done; step = work.next()) yield { done: flows.length, total: phases.length };
    flows.push(step.value);
  }
  return {
    phases,
    costs: flows.map(({ cost }) => cost),
    loads: (phase) => phaseLoads(run.network, flows[phase]!.carried, run.way),
  };
}

/** The collective among the ranks that are left. */
function* workSurvivors(
  { network, way }: FlowRun,
  request: CollectiveRequest,
  alive: readonly number[],
): Generator<FlowProgress, Worked, void> {
  const work = survivorFlow(network, request, alive, request.bytes / request.chunks, way);
  let step = work.next();
  for (let done = 0; !step.done; step = work.next()) yield { done: done++, total: done + 1 };
  const flow = step.value;
  return { phases: [flow.phase], costs: [flow.cost], loads: () => survivorLoads(network, flow) };
}

/** A single message. */
function workMessage({ network, switching, way }: FlowRun, request: CollectiveRequest): Worked {
  const last = network.layout.npuCount - 1;
  const from = requireInteger('from', request.from ?? 0, 0, last);
  const to = requireInteger('to', request.to ?? last, 0, last);
  const bytes = request.bytes / request.chunks;
  const ways = from === to ? [] : [way(from, to)];
  const apart = timeExchange(
    { ways, bytes: ways.map(() => bytes) },
    (link) => network.topology.bandwidth[link]!,
    switching,
  );
  const cost = {
    duration: apart.seconds * 1e9,
    busy: apart.busy * 1e9,
    latency: apart.latency * 1e9,
    steps: ways.length,
  };
  const phase: Phase = {
    dimension: 0,
    operation: 'point-to-point',
    algorithm: 'direct',
    bytes,
    direction: 1,
  };
  const flow = { phase, cost, steps: [{ count: 1, apart }] };
  return { phases: [phase], costs: [cost], loads: () => survivorLoads(network, flow) };
}

/** Ranks in service. */
function survivors({ layout, mask }: Network): number[] {
  const alive: number[] = [];
  for (let rank = 0; rank < layout.npuCount; rank++) if (mask?.nodes[rank] !== 1) alive.push(rank);
  if (alive.length === 0)
    throw new RangeError('failures leave no rank: allowed are failures that leave one or more');
  return alive;
}
