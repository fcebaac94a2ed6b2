import type { Cost } from '../closed/cost.ts';
import { phaseCost } from '../closed/phaseCost.ts';
import type { MachineDimension } from '../machine.ts';
import type { Switching } from '../operation.ts';
import type { Phase } from '../phase.ts';
import { blockBytes, mirror, type Program } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { standsForAll, timeAlike } from './alike.ts';
import { messagesOf, timeExchange, type ExchangeResult } from './exchange.ts';
import { brokenGroups, sortGroups, type Groups } from './group.ts';
import { stepClasses, type StepClass } from './stepClass.ts';
import type { Network, Router } from './way.ts';

/** What is the same for all phases of one run. */
export interface FlowRun {
  readonly network: Network;
  readonly switching: Switching;
  readonly way: Router;
  /** False works every group out flow by flow, to check the other. */
  readonly grouped: boolean;
  /** Results of steps that come again: the all-gather on the way back repeats the reduce-scatter's. */
  readonly known: Map<string, ExchangeResult>;
}

/** A phase at the flow level. */
export interface PhaseFlow {
  readonly cost: Cost;
  /** What its links carry: see `phaseLoads`. */
  readonly carried: Carried;
}

/** What the steps of a phase put on the links of a group that is like all others, and on those of groups apart. */
export interface Carried {
  readonly dimension: MachineDimension;
  readonly program: Program;
  /** Bytes of one block. */
  readonly unit: number;
  readonly groups: Groups;
  readonly steps: readonly (StepClass & {
    readonly alike?: ExchangeResult;
    readonly apart?: ExchangeResult;
  })[];
}

/**
 * Times one phase with every link shared max-min fairly. A step begins when the one before has ended everywhere. Groups
 * that no failure touches are alike, so one of them is worked out; the others are worked out together, flow by flow.
 */
export function* phaseFlow(
  run: FlowRun,
  dimension: MachineDimension,
  phase: Phase,
): Generator<void, PhaseFlow, void> {
  const { network, switching, way, grouped } = run;
  const built = programOf(phase.operation, phase.algorithm, dimension);
  const program = phase.direction === 1 ? built : mirror(built);
  const unit = blockBytes(phase.operation, dimension.size, phase.bytes);
  if (program.switches) return inNetworkFlow(network, dimension, phase, switching, program);
  const groups = sortGroups(network, dimension, phase.operation, program, way, grouped);
  const steps: Carried['steps'][number][] = [];
  const cost = { duration: 0, busy: 0, latency: 0, steps: program.steps };
  for (const { step, count } of stepClasses(program)) {
    yield;
    const alike =
      groups.apart.size < groups.working ? timeAlike(dimension, program, step, unit, switching) : undefined;
    const apart = groups.apart.size > 0 ? timeApart(run, dimension, program, step, unit, groups) : undefined;
    const most = (read: (result: ExchangeResult) => number): number =>
      count * 1e9 * Math.max(alike ? read(alike) : 0, apart ? read(apart) : 0);
    cost.duration += most(({ seconds }) => seconds);
    cost.busy += most(({ busy }) => busy);
    cost.latency += most(({ latency }) => latency);
    steps.push({ step, count, ...(alike ? { alike } : {}), ...(apart ? { apart } : {}) });
  }
  return { cost, carried: { dimension, program, unit, groups, steps } };
}

/** A step in the groups apart, remembered by what they exchange. */
function timeApart(
  { network, switching, way, known }: FlowRun,
  dimension: MachineDimension,
  program: Program,
  step: number,
  unit: number,
  groups: Groups,
): ExchangeResult {
  const work = (): ExchangeResult =>
    timeExchange(
      messagesOf(dimension, program, step, unit, groups.apart, way),
      (link) => network.topology.bandwidth[link]!,
      switching,
    );
  if (!standsForAll(dimension, program)) return work();
  const sends = program
    .sends(0, step)
    .map(({ to, parts }) => `${String(to)}:${String(parts)}`)
    .sort();
  const key = `${String(dimension.stride)} ${String(unit)} ${sends.join()}`;
  const result = known.get(key) ?? work();
  known.set(key, result);
  return result;
}

/** The blocks of an in-network reduction run one behind the other, so the phase's formula is its flow. */
function inNetworkFlow(
  network: Network,
  dimension: MachineDimension,
  phase: Phase,
  switching: Switching,
  program: Program,
): PhaseFlow {
  if (brokenGroups(network, dimension).size > 0)
    throw new RangeError(
      'algorithm is in-network on a machine with failed switches or ports: allowed are algorithms whose messages can go another way',
    );
  const cost = phaseCost(dimension, phase, { switching, truncate: false });
  const bytes = (cost.busy / 1e9) * dimension.bandwidth;
  const alike: ExchangeResult = {
    seconds: cost.duration / 1e9,
    links: [0, dimension.size],
    bytes: [bytes, bytes],
    busy: cost.busy / 1e9,
    latency: cost.latency / 1e9,
  };
  const working = network.layout.npuCount / dimension.size;
  const groups: Groups = { working, apart: new Set(), alike: () => true, allAlike: true };
  const even: Program = { ...program, symmetry: 'shift' };
  return {
    cost,
    carried: { dimension, program: even, unit: 0, groups, steps: [{ step: 0, count: 1, alike }] },
  };
}
