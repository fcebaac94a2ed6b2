import type { CollectiveRequest, CollectiveResult } from '../model/collective/request.ts';
import type { Dimension } from '../model/collective/dimension.ts';
import type { FlatProfile, FlatRequest } from '../model/collective/flat/flatProfile.ts';
import type { FlowResult } from '../model/collective/flow/flowCollective.ts';
import type { FlowSet } from '../model/flow/flowSet.ts';
import type { DistancePicture } from '../model/topology/allDistances.ts';
import type { Bundle } from '../model/topology/bundle.ts';
import type { Failure } from '../model/topology/failure.ts';
import type { Measures } from '../model/topology/measure.ts';
import type { Path } from '../model/topology/route.ts';
import type { Topology } from '../model/topology/topology.ts';
import type { Wiring } from '../model/topology/wiring.ts';

/** How a route is found. `paths` limits how many are listed; `detour` is how much longer than the shortest they may be. */
export interface RouteRequest {
  readonly wiring: Wiring;
  readonly from: number;
  readonly to: number;
  readonly failures: readonly Failure[];
  readonly detour: number;
  readonly paths: number;
}

/** A machine with what has failed of it. */
export interface BrokenMachine {
  readonly wiring: Wiring;
  readonly failures: readonly Failure[];
}

/** A collective on a machine with failures, every link shared max-min fairly. */
export interface FlowQuestion {
  readonly wiring: Wiring;
  readonly failures: readonly Failure[];
  readonly request: CollectiveRequest;
}

/** As at the flow level, with the bytes on every link written out phase by phase. */
export interface FlowAnswer extends Omit<FlowResult, 'phaseLoads'> {
  readonly phaseLoads: readonly Float64Array[];
}

/** How far a long call is, in parts of a whole that depends on the call. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * What the worker can be asked: parameters and result of every method. A new kind of work adds a line here and a handler
 * in `handlers.ts`.
 */
export interface Methods {
  'topology.build': { readonly params: { readonly wiring: Wiring }; readonly result: Topology };
  'topology.measure': { readonly params: { readonly wiring: Wiring }; readonly result: Measures };
  'topology.bundle': {
    readonly params: { readonly wiring: Wiring; readonly by: 'board' | 'cabinet' };
    readonly result: readonly Bundle[];
  };
  'topology.route': { readonly params: RouteRequest; readonly result: readonly Path[] };
  /** The link table of what is left, as CSV. */
  'topology.linkTable': { readonly params: BrokenMachine; readonly result: string };
  /** Hops between all pairs of NPUs, one byte a pair, as `allDistances` writes them. */
  'topology.distances': { readonly params: BrokenMachine; readonly result: Uint8Array };
  /** The same as a picture of at most `side` pixels across. */
  'topology.distancePicture': {
    readonly params: BrokenMachine & { readonly side: number };
    readonly result: DistancePicture;
  };
  'collective.profile': { readonly params: FlatRequest; readonly result: FlatProfile };
  'collective.predict': {
    readonly params: { readonly dimensions: readonly Dimension[]; readonly request: CollectiveRequest };
    readonly result: CollectiveResult;
  };
  'collective.flow': { readonly params: FlowQuestion; readonly result: FlowAnswer };
  'flow.finish': { readonly params: { readonly flows: FlowSet }; readonly result: Float64Array };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]['params'];
export type Result<M extends Method> = Methods[M]['result'];

/** One request on its way to the worker. */
export interface Request<M extends Method = Method> {
  readonly id: number;
  readonly method: M;
  readonly params: Params<M>;
}

/** Gives a request up; it answers no more. */
export interface Cancel {
  readonly cancel: number;
}

/** The answer on its way back: how far a long call is, a result, or what was wrong with the input. */
export type Response =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** What both ends need of a worker or of a message port. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(
    type: 'message' | 'error',
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
}
