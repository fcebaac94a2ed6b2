import type { Cancel, Method, Params, Port, Progress, Request, Response, Result } from './protocol.ts';

/** The model as the page sees it: each call answers in time, whether it ran here or in the worker. */
export interface ModelClient {
  request<M extends Method>(method: M, params: Params<M>, watch?: Watch): Promise<Result<M>>;
}

/** How a long call is followed and given up; the promise of one given up rejects with the signal's reason. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * A client of a worker (or of any port that `serve` answers). Input that the model refuses comes back as the RangeError it
 * would have thrown here.
 */
export function createModelClient(port: Port): ModelClient {
  const waiting = new Map<
    number,
    {
      resolve: (result: unknown) => void;
      reject: (error: Error) => void;
      onProgress: ((progress: Progress) => void) | undefined;
    }
  >();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    const response = data as Response;
    const call = waiting.get(response.id);
    if (call && 'progress' in response) {
      call.onProgress?.(response.progress);
      return;
    }
    waiting.delete(response.id);
    if (!call || 'progress' in response) return;
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
    request: <M extends Method>(method: M, params: Params<M>, { onProgress, signal }: Watch = {}) =>
      new Promise<Result<M>>((resolve, reject) => {
        signal?.throwIfAborted();
        const id = ++last;
        const giveUp = (): void => {
          waiting.delete(id);
          port.postMessage({ cancel: id } satisfies Cancel, []);
          reject(signal?.reason as Error);
        };
        const settle =
          <Value>(done: (value: Value) => void) =>
          (value: Value): void => {
            signal?.removeEventListener('abort', giveUp);
            done(value);
          };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting.set(id, {
          resolve: settle((result: unknown) => resolve(result as Result<M>)),
          reject: settle(reject),
          onProgress,
        });
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
