import { unannounced, type DrawnSystem } from './lines.ts';
import type { CliffData } from './cliffData.ts';
import { systemIds, type CliffValues, type SystemId } from './params.ts';

/** One step through the machines: the state it leads to, as a query; null where there is none. */
export interface CliffSteps {
  /** From 1. */
  readonly at: number;
  readonly all: number;
  readonly back: string | null;
  readonly on: string | null;
}

const query = (systems: readonly SystemId[], focus: SystemId) =>
  `view=answer&systems=${systems.join(',')}&focus=${focus}`;

/**
 * Where the machine in full ink stands among those on record that day. A step on brings the next one in beside those that
 * are drawn; a step back takes the last one out again.
 */
export function cliffSteps(
  data: CliffData,
  drawn: readonly DrawnSystem[],
  inked: SystemId | null,
  values: CliffValues,
): CliffSteps {
  const missing = new Set(unannounced(data, { ...values, systems: systemIds.join(',') }).map(({ id }) => id));
  const order = systemIds.filter((id) => !missing.has(id));
  const at = inked === null ? -1 : order.indexOf(inked);
  const shown = new Set(drawn.map(({ system }) => system.id));
  const last = order.findLast((id) => shown.has(id));
  const [before, after] = [order[at - 1], order[at + 1]];
  const kept = order.filter((id) => (shown.has(id) && !(id === inked && id === last)) || id === before);
  const joined = order.filter((id) => shown.has(id) || id === after);
  return {
    at: at + 1,
    all: order.length,
    back: at > 0 && before ? query(kept, before) : null,
    on: after ? query(joined, after) : null,
  };
}
