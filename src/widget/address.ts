import { unknownKeys } from './foreignKeys.ts';
import {
  printParameters,
  queryText,
  readParameters,
  type ParameterDeclarations,
  type ParameterProblem,
  type ParameterValues,
} from './parameter.ts';

/** Milliseconds between two replacements of the address: browsers refuse more than some hundred in half a minute. */
const interval = 350;

/** One figure's share of the page's address. */
export interface Address {
  read(): { values: ParameterValues; problems: ParameterProblem[] };
  /** Writes a state; `push` makes a history entry, otherwise the present one changes. */
  write(values: ParameterValues, push: boolean): void;
  stop(): void;
}

/** The page's address with one figure's parameters replaced; everything else stays. */
export function withState(
  address: URL,
  declarations: ParameterDeclarations,
  values: ParameterValues,
  prefix: string,
): string {
  const query = new URLSearchParams(address.search);
  for (const name of Object.keys(declarations)) query.delete(prefix + name);
  for (const [key, value] of printParameters(declarations, values, prefix)) query.append(key, value);
  const text = queryText(query);
  return address.pathname + (text && `?${text}`) + address.hash;
}

/**
 * Reads and writes a figure's state in the address. In a frame that may not touch its history, writing does nothing.
 * @param others keys that belong to the page around the figure
 */
export function pageAddress(
  declarations: ParameterDeclarations,
  prefix: string,
  others: readonly string[] = [],
): Address {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: ParameterValues | undefined;
  const put = (values: ParameterValues, push: boolean) => {
    const here = new URL(location.href);
    const next = withState(here, declarations, values, prefix);
    if (next === here.pathname + here.search + here.hash) return;
    try {
      if (push) history.pushState(null, '', next);
      else history.replaceState(history.state, '', next);
    } catch {
      // A document without an address of its own (srcdoc, a file on disk) keeps its state in the page alone.
    }
  };
  const settle = () => {
    timer = undefined;
    if (pending) put(pending, false);
    pending = undefined;
  };
  return {
    read() {
      // What the address says now outranks what was still to be written into it.
      clearTimeout(timer);
      timer = pending = undefined;
      const query = new URLSearchParams(location.search);
      const { values, problems } = readParameters(declarations, query, prefix);
      const allowed = Object.keys(declarations).join(', ');
      const unknown = unknownKeys(query, declarations, prefix, others).map((parameter): ParameterProblem => ({
        parameter,
        value: query.get(parameter)!,
        allowed,
        unknown: true,
      }));
      return { values, problems: [...problems, ...unknown] };
    },
    write(values, push) {
      if (push) {
        clearTimeout(timer);
        settle();
        put(values, true);
        return;
      }
      pending = values;
      timer ??= setTimeout(settle, interval);
    },
    stop() {
      clearTimeout(timer);
      settle();
    },
  };
}
