import type { Method, Params, Port, Request, Response, Result } from './protocol.ts';

/** The model as the page sees it: each call answers in time, whether it ran here or in the worker. */
export interface ModelClient {
  request<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
}

/**
 * A client of a worker (or of any port that `serve` answers). Input that the model refuses comes back as the RangeError it
 * would have thrown here.
 */
export function createModelClient(port: Port): ModelClient {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    const response = data as Response;
    const call = waiting.get(response.id);
    waiting.delete(response.id);
    if (!call) return;
    if ('error' in response) {
      const { name, message } = response.error;
      call.reject(name === 'RangeError' ? new RangeError(message) : new Error(message));
    } else call.resolve(response.result);
  });
  // A worker that fails to start or dies answers nothing any more.
  port.addEventListener('error', ({ message = 'no reason given' }) => {
    for (const { reject } of waiting.values()) reject(new Error(`the model's worker failed: ${message}`));
    waiting.clear();
  });
  return {
    request: <M extends Method>(method: M, params: Params<M>) =>
      new Promise<Result<M>>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: (result) => resolve(result as Result<M>), reject });
        port.postMessage({ id, method, params } satisfies Request, []);
      }),
  };
}

let shared: ModelClient | undefined;

/** The page's one worker, started at the first call. */
export function modelWorker(): ModelClient {
  shared ??= createModelClient(new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' }));
  return shared;
}

/** NPUs from which a machine's tables are built in the worker; smaller ones take well under a frame on the page. */
export const WORKER_FROM_NPUS = 512;

/**
 * Runs a call on the page where the machine is small, in the worker where it is large.
 * @param here the same computation on the page.
 */
export async function runBySize<M extends Method>(
  npus: number,
  method: M,
  params: Params<M>,
  here: (params: Params<M>) => Result<M>,
): Promise<Result<M>> {
  return npus < WORKER_FROM_NPUS ? here(params) : modelWorker().request(method, params);
}
