import { createHandlers } from './handlers.ts';
import type { Handlers } from './handlers.ts';
import type { Method, Params, Port, Request, Response, Result } from './protocol.ts';

/** Answers every request that arrives at a port; memory of typed arrays in a result is handed over, not copied. */
export function serve(port: Port, handlers: Handlers = createHandlers()): void {
  port.addEventListener('message', ({ data }) => {
    const request = data as Request;
    try {
      // Copied once, so that values found on demand are found here and not on the page.
      const result = materialise(call(handlers, request.method, request.params));
      port.postMessage({ id: request.id, result } satisfies Response, buffersOf(result));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ id: request.id, error: { name, message } } satisfies Response, []);
    }
  });
}

function call<M extends Method>(handlers: Handlers, method: M, params: Params<M>): Result<M> {
  if (!Object.hasOwn(handlers, method))
    throw new RangeError(`"${method}" is no method: allowed are ${Object.keys(handlers).join(', ')}`);
  return handlers[method](params);
}

function materialise(result: unknown): unknown {
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? { ...result } : result;
}

/** Buffers of all typed arrays within a result, each once. */
function buffersOf(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 3) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
      return;
    }
    if (!Array.isArray(value)) Object.values(value).forEach((each) => visit(each, depth + 1));
  };
  visit(result, 0);
  return [...found];
}
