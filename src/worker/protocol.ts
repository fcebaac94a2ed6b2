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

/** The answer on its way back: a result, or what was wrong with the input. */
export type Response =
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
