import { createHandlers } from './handlers.ts';
import type { Handlers, Work } from './handlers.ts';
import type { Cancel, Method, Params, Port, Progress, Request, Response, Result } from './protocol.ts';

/** Longest time in milliseconds that a call in steps works on before messages are read again. */
const SLICE = 12;

/**
 * Answers every request that arrives at a port; memory of typed arrays in a result is handed over, not copied. A call that
 * works in steps tells now and then how far it is and ends when it is given up.
 */
export function serve(port: Port, handlers: Handlers = createHandlers()): void {
  const running = new Set<number>();
  const answer = (id: number, value: unknown): void => {
    // Copied once, so that values found on demand are found here and not on the page.
    const result = materialise(value);
    port.postMessage({ id, result } satisfies Response, buffersOf(result));
  };
  const refuse = (id: number, error: unknown): void => {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ id, error: { name, message } } satisfies Response, []);
  };
  const workOn = (id: number, steps: Generator<Progress, unknown, void>): void => {
    if (!running.has(id)) return;
    try {
      const until = performance.now() + SLICE;
      let step = steps.next();
      while (!step.done && performance.now() < until) step = steps.next();
      if (step.done) {
        running.delete(id);
        answer(id, step.value);
        return;
      }
      port.postMessage({ id, progress: step.value } satisfies Response, []);
      setTimeout(workOn, 0, id, steps);
    } catch (error) {
      running.delete(id);
      refuse(id, error);
    }
  };
  port.addEventListener('message', ({ data }) => {
    const message = data as Request | Cancel;
    if ('cancel' in message) {
      running.delete(message.cancel);
      return;
    }
    try {
      const work: unknown = call(handlers, message.method, message.params);
      if (!isGenerator(work)) {
        answer(message.id, work);
        return;
      }
      running.add(message.id);
      workOn(message.id, work);
    } catch (error) {
      refuse(message.id, error);
    }
  });
}

function isGenerator(work: unknown): work is Generator<Progress, unknown, void> {
  return typeof work === 'object' && work !== null && Symbol.iterator in work && 'throw' in work;
}

function call<M extends Method>(handlers: Handlers, method: M, params: Params<M>): Work<Result<M>> {
  if (!Object.hasOwn(handlers, method))
    throw new RangeError(`"${method}" is no method: allowed are ${Object.keys(handlers).join(', ')}`);
  return handlers[method](params);
}

function materialise(result: unknown): unknown {
  const plain =
    typeof result === 'object' && result !== null && !Array.isArray(result) && !ArrayBuffer.isView(result);
  return plain ? { ...result } : result;
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
    if (!Array.isArray(value) || ArrayBuffer.isView(value[0]))
      Object.values(value).forEach((each) => visit(each, depth + 1));
  };
  visit(result, 0);
  return [...found];
}
